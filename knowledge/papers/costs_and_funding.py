"""Costs and where the money for them comes from, in one table: what a year costs, who pays, and what has no source.

The city asks what is needed of it beside money from elsewhere (V14, V15); a reader who has them apart must reckon. All
sums are those of a year, as the questions ask for them; money of the association's own stands on its data sheet too.
Where the proposal goes on for several calendar years, each has a column of its own and all together one.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from knowledge.answers import kind_of
from knowledge.answers.formats import is_whole, locale_of, money, months
from knowledge.answers.kinds.money.columns import MONTHS_OF_A_YEAR
from knowledge.answers.labels import PARTS
from knowledge.answers.meanings import meant
from knowledge.answers.reading.sums import total
from knowledge.answers.result import Json
from knowledge.answers.table import Table, Total
from knowledge.language import words
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field
from knowledge.papers.gaps import FilledForm
from knowledge.papers.money_by_year import Line, by_year, calendar_years
from knowledge.papers.sections import Section, months_asked
from knowledge.papers.written_language import language_of

TOGETHER = (Meaning.COSTS, Meaning.OTHER_FUNDING, Meaning.ASKED_SUM)
"""What stands in the one table, at the place of the first."""
Sum = tuple[str, Decimal, str]
"""A word of the renderer, a sum, and the time that it is for."""


def costs_and_funding(draft: FilledForm, costs: Field) -> Section | None:
    """Return the one section, None where there are no costs or nothing that they could stand beside."""
    told = {meaning: meant(draft.pack, draft.values, meaning) for meaning in (*TOGETHER, Meaning.OWN_FUNDING)}
    if not told[Meaning.COSTS] or not (told[Meaning.ASKED_SUM] or told[Meaning.OTHER_FUNDING]):
        return None
    table = _table(draft, told)
    answer = draft.answers[costs.id]
    return Section(
        words(PARTS["costs_and_funding"], draft.language),
        table=table,
        has_own_words=kind_of(costs).has_own_words,
        written_in=language_of(answer.said),
    )


def stands_in_it(draft: FilledForm, field: Field) -> bool:
    """Tell whether the answer to a field is told by the one table; a no to other money is told by itself (V14)."""
    return field.means in TOGETHER and bool(meant(draft.pack, draft.values, field.means))


def _table(draft: FilledForm, told: Mapping[Meaning, Json]) -> Table:
    costs, asked = _costs(told), told[Meaning.ASKED_SUM] or []
    a_year = _sum(costs)
    funding = [*_own(draft, told), *_others(told)]
    years = calendar_years(draft)
    if years:
        return by_year(draft, years, costs, funding, (_of_a_year(draft, None), asked))
    granted = [(_of_a_year(draft, row["year"]), _decimal(row["sum"])) for row in asked]
    span = months_asked(draft)
    rows = [*costs, *funding, *granted]
    sums = [
        *((len(costs), one) for one in _in_all("a_year", "in_all", a_year, span)),
        *((len(rows), one) for one in _asked_in_all(asked, span)),
        *((len(rows), one) for one in _differences(a_year - _sum(funding), asked)),
    ]
    return _written(draft, rows, sums)


def _costs(told: Mapping[Meaning, Json]) -> list[Line]:
    return [(str(row["what"]), _decimal(row["sum"])) for row in told[Meaning.COSTS]]


def _own(draft: FilledForm, told: Mapping[Meaning, Json]) -> list[Line]:
    own = words(PARTS["own_money"], draft.language)
    return [(f"{own}: {name}", amount) for name, amount in _sources(told[Meaning.OWN_FUNDING])]


def _others(told: Mapping[Meaning, Json]) -> list[Line]:
    return _sources(told[Meaning.OTHER_FUNDING])


def _sources(rows: Json) -> list[Line]:
    return [
        (f"{row['source']} ({row['note']})" if row["note"] else str(row["source"]), _decimal(row["sum"]))
        for row in rows or []
    ]


def _of_a_year(draft: FilledForm, year: Json) -> str:
    field = draft.pack.field_that_means(Meaning.ASKED_SUM)
    label = words(field.label, draft.language) if field is not None else ""
    return f"{label} {year}" if year else label


def _in_all(a_year: str, in_all: str, amount: Decimal, span: int) -> Iterator[Sum]:
    """Yield the sum of a year, and that of the whole time if it is whole years."""
    yield a_year, amount, ""
    if span > MONTHS_OF_A_YEAR and span % MONTHS_OF_A_YEAR == 0:
        yield in_all, amount * span / MONTHS_OF_A_YEAR, str(span)


def _asked_in_all(asked: list[dict[str, Json]], span: int) -> Iterator[Sum]:
    """Yield what is asked for in total; one sum that holds for every year counts for each."""
    amount = Decimal(str(total(asked)))
    if asked and asked[0]["year"] is None:
        yield from [one for one in _in_all("", "asked_in_all", amount, span) if one[0]]
    elif len(asked) > 1:
        yield "asked", amount, ""


def _differences(wanted: Decimal, asked: list[dict[str, Json]]) -> Iterator[Sum]:
    """Yield what has no source, or is more than the costs: once, or for each year where the years differ."""
    if not asked:
        return
    left = [(str(row["year"] or ""), wanted - Decimal(str(row["sum"]))) for row in asked]
    if len({amount for _, amount in left}) == 1:
        left = [("", left[0][1])]
    for year, amount in left:
        yield "unfunded" if amount >= 0 else "over", abs(amount), year


def _written(draft: FilledForm, rows: Sequence[Line], sums: Sequence[tuple[int, Sum]]) -> Table:
    """Return the table with one number of decimals."""
    locale = locale_of(draft.language, draft.pack.country)
    amounts = [*(amount for _, amount in rows if amount is not None), *(amount for _, (_, amount, _) in sums)]
    cents = not all(map(is_whole, amounts))

    def shown(amount: Decimal | None) -> str:
        return money(amount, draft.pack.currency, locale, cents=cents) if amount is not None else ""

    def lasting(name: str, time: str) -> str:
        return months(int(time), locale) if name in {"in_all", "asked_in_all"} else time

    return Table(
        ("cost_or_source", "sum_a_year"),
        tuple((name, shown(amount)) for name, amount in rows),
        of_money=True,
        sums=tuple((place, Total(name, shown(amount), lasting(name, time))) for place, (name, amount, time) in sums),
    )


def _sum(lines: Sequence[Line]) -> Decimal:
    return sum((amount for _, amount in lines if amount is not None), Decimal(0))


def _decimal(amount: Json) -> Decimal | None:
    return Decimal(str(amount)) if amount is not None else None
