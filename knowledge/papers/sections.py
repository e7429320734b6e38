"""One answer as it stands on a paper: under its heading, as paragraphs and lists or as a table, with its question.

Sums stand in columns with one number of decimals, a year's sum beside that of the whole time (V15). Where an answer
says nothing without its question ("Ja"), the question stands in full (V13).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.answers import Given, shown_lines
from knowledge.answers.crosschecks import MONTHS, PERIOD, months_between
from knowledge.answers.formats import day, is_whole, locale_of, money, months
from knowledge.answers.labels import PARTS
from knowledge.answers.reading.options import label_of
from knowledge.answers.reading.pieces import cleaned, pieces
from knowledge.answers.reading.sums import total
from knowledge.answers.result import Json
from knowledge.answers.shapes import fits
from knowledge.language import words
from knowledge.municipality.pack import Field
from knowledge.papers.gaps import Draft
from knowledge.papers.prose import Block, listed, paragraph, prose

GOALS, MEASURES = "FP05", "FP06"
MONTHS_OF_A_YEAR = 12
"""A sum a year times the months asked for comes in whole years or is shown by the month."""

_LISTS = frozenset({"ticks", "topics", "texts", "measures", "partners", "goal"})
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Total:
    """A sum below a table; `name` is a word of the renderer, `time` the length that it is for."""

    name: str
    amount: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a column is named by a word of the renderer. In tables of money the last one holds sums."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[Total, ...] = ()
    of_money: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its answer: blocks of text, a table, or both.

    `lead` is the yes or no that `question` is answered with; the blocks tell more. `link` is where an address leads.
    `state` is `given`, or `unclear` if the words stand as they were typed.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    table: Table | None = None
    state: str = "given"
    question: str = ""
    lead: str = ""
    link: str = ""


def section(draft: Draft, field: Field, answer: Given, *, as_table: bool) -> Section:
    """Return an answer, understood or not, under the field's label. Sums become tables if they may."""
    heading = field.heading_in(draft.language)
    if answer.state != "given":
        return Section(heading, prose(cleaned(answer.said)), state="unclear")
    question = field.on_paper.get(draft.language, "")
    if field.kind == "choice-text":
        question = question or words(field.question, draft.language)
        choice = label_of(field, answer.value["choice"], draft.language)
        return Section(heading, prose(answer.value["text"]), question=question, lead=choice)
    if answer.value == []:
        return Section(heading, question=question, lead=words(PARTS["none"], draft.language))
    table = _TABLES[field.kind](draft, answer.value) if as_table and field.kind in _TABLES else None
    if table is not None:
        return Section(heading, table=table)
    link = _LINKS[field.kind].format(answer.value) if field.kind in _LINKS else ""
    return Section(heading, _blocks(draft, field, answer.value), link=link)


def goals_and_measures(draft: Draft, goals: Field, measures: Field) -> Section:
    """V12: each goal beside its measure, all as they were typed, also when there are more than fit."""
    told = [draft.answers.get(field.id) for field in (goals, measures)]
    aims, marks = (_items(answer) for answer in told)
    height = max(len(aims), len(marks))
    rows = tuple((_at(aims, place), _at(marks, place)) for place in range(height))
    unclear = any(answer is not None and answer.state == "unclear" for answer in told)
    heading = f"{goals.heading_in(draft.language)} {words(PARTS['and'], draft.language)} "
    heading += measures.heading_in(draft.language).lower()
    return Section(heading, table=Table(("goal", "measure"), rows), state="unclear" if unclear else "given")


def _items(answer: Given | None) -> Sequence[str]:
    if answer is None or answer.state not in {"given", "unclear"}:
        return ()
    return [str(item) for item in answer.value] if answer.state == "given" else pieces(cleaned(answer.said), r"\n")


def _at(items: Sequence[str], place: int) -> str:
    return items[place] if place < len(items) else ""


def _blocks(draft: Draft, field: Field, value: Json) -> tuple[Block, ...]:
    if field.kind == "period":
        return _time(draft, value)
    if field.kind == "funding-list":
        return paragraph(*_funding_lines(draft, value))
    shown = shown_lines(field, value, draft.language, draft.pack)
    if field.kind in _LISTS:
        return listed(shown)
    return prose("\n".join(shown)) if field.kind == "text" else paragraph(*shown)


def _time(draft: Draft, value: Json) -> tuple[Block, ...]:
    """Return the period with its length, and the days in it; every day is written in one way."""
    locale = locale_of(draft.language, draft.pack.country)
    start, end = (date.fromisoformat(value[key]) for key in ("start", "end"))
    length = months(months_between(start, end), locale)
    days = [_DAY.sub(lambda found: _in_words(draft, found), str(each)) for each in value["dates"]]
    return (*paragraph(f"{day(start, locale)} – {day(end, locale)} ({length})"), *listed(days))


def _in_words(draft: Draft, found: re.Match[str]) -> str:
    try:
        return day(date(int(found[3]), int(found[2]), int(found[1])), locale_of(draft.language, draft.pack.country))
    except ValueError:
        return found[0]


def _costs(draft: Draft, rows: Json) -> Table | None:
    """What a year costs, and what the whole time does if it is whole years."""
    yearly = Decimal(str(total(rows)))
    sums = [("a_year", yearly, "")]
    if (time := _length(draft)) and time > MONTHS_OF_A_YEAR and time % MONTHS_OF_A_YEAR == 0:
        sums.append(("in_all", yearly * time / MONTHS_OF_A_YEAR, _in_months(draft, time)))
    return _money_table(draft, ("what", "sum_a_year"), [(str(row["what"]), row["sum"]) for row in rows], sums)


def _yearly(draft: Draft, rows: Json) -> Table | None:
    """What is asked for each year, and in total: one sum for every year counts for all of them."""
    shown = [(str(row["year"]) if row["year"] else words(PARTS["a_year"], draft.language), row["sum"]) for row in rows]
    asked, time = Decimal(str(total(rows))), _length(draft)
    sums = []
    if all(row["year"] for row in rows):
        sums = [("total", asked, "")] if len(rows) > 1 else []
    elif len(rows) == 1 and time and time % MONTHS_OF_A_YEAR == 0:
        sums = [("in_all", asked * time / MONTHS_OF_A_YEAR, _in_months(draft, time))]
    return _money_table(draft, ("year", "sum"), shown, sums)


def _funding(draft: Draft, rows: Json) -> Table | None:
    shown = [(str(row["source"]), str(row["note"]), row["sum"]) for row in rows]
    sums = [("total", Decimal(str(total(rows))), "")] if len(rows) > 1 else []
    return _money_table(draft, ("source", "state", "sum"), shown, sums)


def _funding_lines(draft: Draft, rows: Json) -> list[str]:
    """The same on the data sheet, where a row is a line."""
    table = _funding(draft, rows)
    if table is None:
        return []
    lines = [f"{source}: {amount or '–'}" + (f" ({note})" if note else "") for source, note, amount in table.rows]
    named = words(PARTS["total"], draft.language)
    return [*lines, *(f"{named}: {each.amount}" for each in table.totals)]


def _money_table(
    draft: Draft, columns: tuple[str, ...], rows: Sequence[tuple[Json, ...]], sums: Sequence[tuple[str, Decimal, str]]
) -> Table | None:
    """Return rows whose last part is a sum, with one number of decimals; None if a row has no name."""
    if not all(row[0] for row in rows):
        return None
    amounts = [row[-1] for row in rows if row[-1] is not None] + [amount for _, amount, _ in sums]
    cents = not all(map(is_whole, amounts))

    def shown(amount: Json) -> str:
        locale = locale_of(draft.language, draft.pack.country)
        return money(amount, draft.pack.currency, locale, cents=cents) if amount is not None else ""

    return Table(
        columns,
        tuple((*row[:-1], shown(row[-1])) for row in rows),
        tuple(Total(name, shown(amount), time) for name, amount, time in sums),
        of_money=True,
    )


def _length(draft: Draft) -> int:
    """Return for how many months money is asked: as said, else as long as the period; 0 if nothing tells."""
    values = draft.values
    if fits("months", values.get(MONTHS)):
        return int(values[MONTHS])
    if not fits("period", values.get(PERIOD)):
        return 0
    return months_between(*(date.fromisoformat(values[PERIOD][key]) for key in ("start", "end")))


def _in_months(draft: Draft, count: int) -> str:
    return months(count, locale_of(draft.language, draft.pack.country))


_TABLES: Mapping[str, Callable[[Draft, Json], Table | None]] = {
    "costs": _costs,
    "yearly": _yearly,
    "funding-list": _funding,
}
_LINKS = {"email": "mailto:{}", "url": "{}"}
