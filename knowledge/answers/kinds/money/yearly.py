"""What is asked for each year: sums by year, or one that holds for every year."""

import re
from collections.abc import Sequence
from decimal import Decimal

from knowledge.answers.kind import Kind
from knowledge.answers.kinds.money.columns import MONTHS_OF_A_YEAR, in_all, money_table
from knowledge.answers.reading.denial import says_none
from knowledge.answers.reading.money_rows import (
    SPAN,
    Row,
    about_removed,
    example,
    fitting,
    for_a_year,
    read_row,
    rows_of,
    written_sum,
)
from knowledge.answers.reading.money_tables import is_heading, too_many
from knowledge.answers.reading.sums import SPACE, YEAR, Sum, real_sums, total
from knowledge.answers.reading.table_words import EACH_YEAR, FILLING, INCOME_WORDS, TOTAL
from knowledge.answers.reading.vocabulary import found, pattern
from knowledge.answers.result import Json, Reading, Remark, Typed, Unclear, Understood
from knowledge.answers.shape import holds, some_of
from knowledge.answers.shown import Shown
from knowledge.answers.table import Table

_YEAR = re.compile(rf"(?<![\d.,]){YEAR}(?![\d.,]\d|\d|{SPACE}?(?:€|kr|e\b))")


def _read(said: Typed) -> Reading:
    """Take a sum for each year, or one sum that holds for every year. A total is checked and left out.

    That no money is wanted is nothing for every year.
    """
    if says_none(said.text):
        return Understood([{"year": None, "sum": 0}])
    rows: list[dict[str, Json]] = []
    totals: list[Json] = []
    for row in rows_of(said.text):
        if is_heading(row, INCOME_WORDS):
            continue
        taken = _total_of_years(said, row) if found(TOTAL, row) else _year_row(said, row)
        if isinstance(taken, Unclear):
            return taken
        totals += [taken] if not isinstance(taken, list) else []
        rows += taken if isinstance(taken, list) else []
    return _odd_years(said, rows, totals) or too_many(said, rows) or Understood(rows, _checked(said, rows, totals))


def _year_row(said: Typed, row: str) -> list[dict[str, Json]] | Unclear:
    years = [int(year) for year in _YEAR.findall(row)]
    one = _only_sum(said, _without_years(row))
    if isinstance(one, Unclear):
        return one
    if _is_span(row, years):
        if one.per not in {"year", "v"} and not found(EACH_YEAR, row):
            return said.unclear(
                "yearly.span", sum=written_sum(said, one.amount), first=str(years[0]), last=str(years[1])
            )
        years = list(range(years[0], years[1] + 1))
    return [{"year": year, "sum": one.amount} for year in years or (None,)]


def _total_of_years(said: Typed, row: str) -> Json | Unclear:
    words = pattern((*TOTAL, *INCOME_WORDS, *FILLING)).sub(
        lambda match: " " * len(match.group()), _without_years(row).casefold()
    )
    one = _only_sum(said, words)
    return one if isinstance(one, Unclear) else one.amount


def _odd_years(said: Typed, rows: Sequence[dict[str, Json]], totals: Sequence[Json]) -> Unclear | None:
    """Return what does not fit among the years: none, one twice, one without a year beside others, a wrong total."""
    named = [row["year"] for row in rows]
    if totals and not rows:
        return said.unclear("yearly.total", sum=written_sum(said, totals[0]), example=example(said))
    if not rows or len(set(named)) != len(named) or (None in named and (totals or len(named) > 1)):
        return said.unclear("yearly.unreadable", example=example(said))
    together = total(list(rows))
    wrong = next((one for one in totals if one != together), None)
    if wrong is not None:
        return said.unclear("rows.total", total=written_sum(said, wrong), sum=written_sum(said, together))
    return None


def _checked(said: Typed, rows: Sequence[dict[str, Json]], totals: Sequence[Json]) -> tuple[Remark, ...]:
    return (Remark("rows.checked", {"sum": written_sum(said, total(list(rows)))}, is_note=True),) if totals else ()


def _without_years(row: str) -> str:
    return re.sub(r"^[\s:;=–-]+(?!\d)", "", _YEAR.sub(" ", row)).strip("\t")


def _is_span(row: str, years: list[int]) -> bool:
    return len(years) == 2 and years[0] < years[1] <= years[0] + 10 and bool(SPAN.search(row))


def _only_sum(said: Typed, text: str) -> Sum | Unclear:
    """Return the one sum of a text that says nothing else."""
    row = read_row(said, text) if "\t" in text.strip() else _bare(said, text)
    if isinstance(row, Unclear):
        return row
    if re.search(r"\w", about_removed(f"{row.before} {row.after}")):
        return said.unclear("money.unreadable", example=example(said))
    return for_a_year(said, text, row.one) or row.one


def _bare(said: Typed, text: str) -> Row | Unclear:
    real = real_sums(text)
    if len(real) != 1:
        return said.unclear("money.unreadable", example=example(said))
    one = fitting(said, real[0])
    return one if isinstance(one, Unclear) else Row(one, text[: one.start], text[one.end :])


def _show(shown: Shown) -> list[str]:
    rows = [(row["year"], shown.money(row["sum"])) for row in shown.value]
    return [f"{year}: {amount}" if year else f"{amount} {shown.part('yearly')}" for year, amount in rows]


def _table(shown: Shown) -> Table | None:
    """What is asked for each year, and in total: one sum for every year counts for all of them."""
    rows = [(str(row["year"]) if row["year"] else shown.part("a_year"), row["sum"]) for row in shown.value]
    asked = Decimal(str(total(shown.value)))
    totals = []
    if all(row["year"] for row in shown.value):
        totals = [("total", asked, "")] if len(rows) > 1 else []
    elif len(rows) == 1 and shown.months and shown.months % MONTHS_OF_A_YEAR == 0:
        totals = [in_all(shown, asked)]
    return money_table(shown, ("year", "sum"), rows, totals)


YEARLY = Kind(
    name="yearly",
    read=_read,
    show=_show,
    fits=some_of(holds("year", "sum")),
    is_number=True,
    is_planned=True,
    table=_table,
    counts=True,
)
