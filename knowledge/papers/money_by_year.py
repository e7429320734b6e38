"""The calendar years of a proposal and what falls on each: a municipality decides on money by the year (V15).

Costs and sources are told as sums of a year. A year of which the proposal has only some months takes as many twelfths;
how many months it has is said where its sums stand.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise

from knowledge.answers.formats import currency_sign, is_whole, locale_of, months_in_short, plain_amount
from knowledge.answers.kinds.money.columns import MONTHS_OF_A_YEAR
from knowledge.answers.meanings import meant
from knowledge.answers.result import Json
from knowledge.answers.table import Table, Total
from knowledge.municipality.meaning import Meaning
from knowledge.papers.gaps import FilledForm

MOST_YEARS = 5
"""Columns of sums that a page holds beside what they are for, and one for all of them."""
CENT = Decimal("0.01")

Line = tuple[str, Decimal | None]
"""What a row is, and its sum; none if it is not known."""
Cells = Sequence[Decimal | None]
"""Sums, one for each year; none where it is not known."""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year with the number of its months that the proposal has; none where money is asked for outside its time."""

    year: int
    months: int = MONTHS_OF_A_YEAR


def calendar_years(draft: FilledForm) -> tuple[CalendarYear, ...]:
    """Return the years in their order, nothing if the proposal has one only, or too many, or parts of months."""
    told = [meant(draft.pack, draft.values, meaning) for meaning in (Meaning.PERIOD, Meaning.ASKED_SUM)]
    period, asked = told[0], {row["year"] for row in told[1] or [] if row["year"]}
    if period is None:
        years = [CalendarYear(year) for year in sorted(asked)]
    else:
        start, end = date.fromisoformat(period["start"]), date.fromisoformat(period["end"])
        if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
            return ()
        named = sorted(asked | set(range(start.year, end.year + 1)))
        years = [CalendarYear(year, _months_in(year, start, end)) for year in named]
    return tuple(years) if 1 < len(years) <= MOST_YEARS else ()


def _months_in(year: int, start: date, end: date) -> int:
    first = max(start, date(year, 1, 1))
    last = min(end, date(year, 12, 31))
    return last.month - first.month + 1 if first <= last else 0


def by_year(
    draft: FilledForm,
    years: Sequence[CalendarYear],
    costs: Sequence[Line],
    funding: Sequence[Line],
    asked: tuple[str, Sequence[dict[str, Json]]],
) -> Table:
    """Return the table with a column for each year: costs, their sum, sources, and what they leave open.

    `costs` and `funding` are sums of a year; `asked` is how the row of what is asked for is called, and its sums.
    """
    rows = [(name, _falls_on(amount, years)) for name, amount in (*costs, *funding)]
    wanted, paid = _added(rows[: len(costs)], years), _added(rows[len(costs) :], years)
    sums: list[tuple[int, str, Cells]] = [(len(costs), "total", wanted)]
    label, grants = asked
    if grants:
        granted = _asked_by_year(grants, years)
        rows.append((label, granted))
        left = [cost - others - (grant or 0) for cost, others, grant in zip(wanted, paid, granted, strict=True)]
        sums += [(len(rows), name, amounts) for name, amounts in _left_open(left)]
    return _written_by_year(draft, years, rows, sums)


def _added(rows: Sequence[tuple[str, Cells]], years: Sequence[CalendarYear]) -> tuple[Decimal, ...]:
    """Return what stands in the column of each year, added up."""
    return tuple(_together(cells[place] for _, cells in rows) for place, _ in enumerate(years))


def _falls_on(amount: Decimal | None, years: Sequence[CalendarYear]) -> Cells:
    return _spread(amount, years) if amount is not None else (None,) * len(years)


def _left_open(left: Sequence[Decimal]) -> Iterator[tuple[str, Cells]]:
    """Yield the years that lack a source, also if none does, and those with more than their costs."""
    if any(amount > 0 for amount in left) or not any(left):
        yield "unfunded", [max(amount, Decimal(0)) for amount in left]
    if any(amount < 0 for amount in left):
        yield "over", [max(-amount, Decimal(0)) for amount in left]


def _written_by_year(
    draft: FilledForm,
    years: Sequence[CalendarYear],
    rows: Sequence[tuple[str, Cells]],
    sums: Sequence[tuple[int, str, Cells]],
) -> Table:
    locale = locale_of(draft.language, draft.pack.country)
    told = [one for cells in (*(cells for _, cells in rows), *(cells for *_, cells in sums)) for one in cells]
    cents = not all(is_whole(one) for one in told if one is not None)

    def shown(cells: Cells) -> tuple[str, ...]:
        together = _together(cells) if any(one is not None for one in cells) else None
        return tuple(plain_amount(one, locale, cents=cents) if one is not None else "" for one in (*cells, together))

    def headed(year: CalendarYear) -> str:
        part = months_in_short(year.months, locale) if 0 < year.months < MONTHS_OF_A_YEAR else ""
        return "\n".join(filter(None, (str(year.year), part)))

    return Table(
        ("cost_or_source", "whole"),
        tuple((name, *shown(cells)) for name, cells in rows),
        of_money=True,
        sums=tuple((at, Total(name, shown(cells)[-1], by_year=shown(cells)[:-1])) for at, name, cells in sums),
        years=tuple(map(headed, years)),
        currency=currency_sign(draft.pack.currency, locale),
    )


def _spread(a_year: Decimal, years: Sequence[CalendarYear]) -> tuple[Decimal, ...]:
    """Return what of the sum of a year falls on each of the years; together they are what all their months make.

    A sum without cents is parted into sums without cents.
    """
    unit = Decimal(1) if is_whole(a_year) else CENT
    until = [0, *accumulate(year.months for year in years)]
    sums = [(a_year * months / MONTHS_OF_A_YEAR).quantize(unit, ROUND_HALF_UP) for months in until]
    return tuple(later - earlier for earlier, later in pairwise(sums))


def _asked_by_year(asked: Sequence[dict[str, Json]], years: Sequence[CalendarYear]) -> tuple[Decimal | None, ...]:
    """Return what is asked for in each year, None where nothing is; one sum without a year holds for all of them."""
    if asked[0]["year"] is None:
        return _spread(Decimal(str(asked[0]["sum"])), years)
    named = {row["year"]: Decimal(str(row["sum"])) for row in asked}
    return tuple(named.get(year.year) for year in years)


def _together(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((one for one in amounts if one is not None), Decimal(0))
