"""Money in a column for each calendar year: what falls on it, and what it lacks."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language import Language
from knowledge.papers.costs_and_funding import costs_and_funding
from knowledge.papers.money_by_year import CalendarYear, by_year, calendar_years
from tests.knowledge.papers.test_costs_and_funding import COSTS, FIELDS, OTHERS, OWN, draft

TWO_YEARS = {"start": "2027-01-01", "end": "2028-12-31", "dates": []}
FROM_AUGUST = {"start": "2027-08-01", "end": "2029-07-31", "dates": []}
CENTS = st.decimals(min_value=0, max_value=10_000_000, places=2)


def rows(language: Language = Language.SV, **values: Any) -> list[str]:
    """The table as lines, with the sums where they stand and their words of the renderer."""
    made = costs_and_funding(draft(language, **values), FIELDS["FP07"])
    assert made is not None
    assert made.table is not None
    told = [list(row) for row in made.table.rows]
    for place, one in reversed(made.table.sums):
        told.insert(place, [one.name, *one.by_year, one.amount])
    head = [f"{made.table.columns[0]} {made.table.currency}", *made.table.years, *made.table.columns[1:]]
    return [" | ".join(row).replace("\u00a0", " ").replace("\n", " ") for row in (head, *told)]


@pytest.mark.covers("V14", "V15")
def test_each_year_of_the_proposal_has_a_column_and_all_together_one() -> None:
    asked = [{"year": 2027, "sum": 12000}, {"year": 2028, "sum": 13000}]
    assert rows(FP07=COSTS, FP08=TWO_YEARS, FP11=OTHERS, GU16=OWN, FP12=asked, FP13=24) == [
        "cost_or_source € | 2027 | 2028 | whole",
        "Lön | 14 400 | 14 400 | 28 800",
        "Hyra | 3 600 | 3 600 | 7 200",
        "total | 18 000 | 18 000 | 36 000",
        "Egna pengar: Avgifter (2026) | 1 000 | 1 000 | 2 000",
        "STEA (sökt) | 5 000 | 5 000 | 10 000",
        "Fond |  |  | ",
        "Bidrag från Vasa | 12 000 | 13 000 | 25 000",
        "over | 0 | 1 000 | 1 000",
    ]


@pytest.mark.covers("V15")
def test_a_year_with_some_of_its_months_takes_as_many_twelfths_and_says_so() -> None:
    assert rows(Language.FI, FP07=COSTS, FP08=FROM_AUGUST, FP12=[{"year": None, "sum": 12000}]) == [
        "cost_or_source € | 2027 5 kk | 2028 | 2029 7 kk | whole",
        "Lön | 6 000 | 14 400 | 8 400 | 28 800",
        "Hyra | 1 500 | 3 600 | 2 100 | 7 200",
        "total | 7 500 | 18 000 | 10 500 | 36 000",
        "Avustus Vaasalta | 5 000 | 12 000 | 7 000 | 24 000",
        "unfunded | 2 500 | 6 000 | 3 500 | 12 000",
    ]


@pytest.mark.covers("V15")
def test_a_year_without_a_sum_lacks_a_source_and_one_outside_the_time_costs_nothing() -> None:
    asked = [{"year": 2026, "sum": 500}, {"year": 2027, "sum": 18000}]
    assert rows(FP07=COSTS, FP08=TWO_YEARS, FP12=asked)[-3:] == [
        "Bidrag från Vasa | 500 | 18 000 |  | 18 500",
        "unfunded | 0 | 0 | 18 000 | 18 000",
        "over | 500 | 0 | 0 | 500",
    ]


@pytest.mark.parametrize(
    ("period", "asked", "years"),
    [
        (TWO_YEARS, None, [(2027, 12), (2028, 12)]),
        (None, [{"year": 2027, "sum": 1}, {"year": 2028, "sum": 1}], [(2027, 12), (2028, 12)]),
        (None, [{"year": 2027, "sum": 1}], []),
        ({**TWO_YEARS, "end": "2027-12-31"}, None, []),
        ({**TWO_YEARS, "end": "2028-12-30"}, None, []),
        ({**TWO_YEARS, "end": "2032-12-31"}, None, []),
        ({**TWO_YEARS, "end": "2028-02-29"}, None, [(2027, 12), (2028, 2)]),
    ],
)
def test_columns_are_for_whole_months_of_two_to_five_years(period: Any, asked: Any, years: list[Any]) -> None:
    values = {name: value for name, value in (("FP08", period), ("FP12", asked)) if value}
    assert [(one.year, one.months) for one in calendar_years(draft(**values))] == years


@given(st.lists(CENTS, min_size=1, max_size=6), st.lists(st.integers(1, 12), min_size=2, max_size=5))
def test_every_row_and_every_column_adds_up(costs: list[Decimal], months: list[int]) -> None:
    years = [CalendarYear(2027 + place, count) for place, count in enumerate(months)]
    table = by_year(draft(Language.EN), years, [("x", cost) for cost in costs], [], ("y", []))
    cells = [[Decimal(cell.replace(",", "")) for cell in row[1:]] for row in table.rows]
    assert [sum(row[:-1]) for row in cells] == [row[-1] for row in cells]
    [(_, total)] = table.sums
    below = [Decimal(cell.replace(",", "")) for cell in (*total.by_year, total.amount)]
    assert [sum(column) for column in zip(*cells, strict=True)] == below
