"""Costs and funding in one table: the sums of a year, who pays them, and what has no source."""

from typing import Any

import pytest

from dialogs.records.proposal import Answer
from knowledge.language import Language
from knowledge.papers.costs_and_funding import costs_and_funding, stands_in_it
from knowledge.papers.gaps import FilledForm
from tests.knowledge.answers.fields import vasa

COSTS = [{"what": "Lön", "sum": 14400}, {"what": "Hyra", "sum": 3600}]
OTHERS = [{"source": "STEA", "sum": 5000, "note": "sökt"}, {"source": "Fond", "sum": None, "note": ""}]
OWN = [{"source": "Avgifter", "sum": 1000, "note": "2026"}]
FIELDS = vasa().fields_by_id


def draft(language: Language = Language.SV, **values: Any) -> FilledForm:
    return FilledForm(vasa(), {key: Answer("given", "", value) for key, value in values.items()}, language, 2026)


def lines(language: Language = Language.SV, **values: Any) -> list[str]:
    """The table as lines, with the sums where they stand and their words of the renderer."""
    made = costs_and_funding(draft(language, **values), FIELDS["FP07"])
    assert made is not None
    assert made.table is not None
    rows = [" | ".join(row) for row in made.table.rows]
    for place, one in reversed(made.table.sums):
        rows.insert(place, f"{one.name} {one.time} | {one.amount}".replace("  ", " "))
    return [row.replace("\u00a0", " ") for row in rows]


@pytest.mark.covers("V14", "V15")
def test_what_a_year_costs_stands_above_its_sources_and_the_difference_is_named() -> None:
    asked = [{"year": 2027, "sum": 12000}]
    assert lines(FP07=COSTS, FP11=OTHERS, GU16=OWN, FP12=asked, FP13=24) == [
        "Lön | 14 400 €",
        "Hyra | 3 600 €",
        "a_year | 18 000 €",
        "in_all 24 månader | 36 000 €",
        "Egna pengar: Avgifter (2026) | 1 000 €",
        "STEA (sökt) | 5 000 €",
        "Fond | ",
        "Bidrag från Vasa 2027 | 12 000 €",
        "unfunded | 0 €",
    ]


@pytest.mark.covers("V15")
def test_years_that_differ_have_each_their_own_difference_where_a_column_for_each_would_be_wrong() -> None:
    asked = [{"year": 2027, "sum": 19000.5}, {"year": 2028, "sum": 12000}]
    period = {"start": "2027-01-15", "end": "2028-12-20", "dates": []}
    assert lines(FP07=COSTS, FP08=period, FP12=asked)[-3:] == [
        "asked | 31 000,50 €",
        "over 2027 | 1 000,50 €",
        "unfunded 2028 | 6 000,00 €",
    ]


@pytest.mark.covers("V15")
def test_one_sum_for_every_year_counts_for_each() -> None:
    found = lines(Language.FI, FP07=COSTS, FP12=[{"year": None, "sum": 18000}], FP13=36)
    assert found[-3:] == ["Avustus Vaasalta | 18 000 €", "asked_in_all 36 kuukautta | 54 000 €", "unfunded | 0 €"]


@pytest.mark.covers("V14")
def test_without_what_is_asked_for_nothing_is_said_to_lack_a_source() -> None:
    assert lines(FP07=COSTS, FP11=OTHERS)[-2:] == ["STEA (sökt) | 5 000 €", "Fond | "]


@pytest.mark.parametrize("values", [{"FP07": COSTS}, {"FP12": [{"year": None, "sum": 1}]}, {"FP07": COSTS, "FP11": []}])
def test_costs_without_funding_or_funding_without_costs_stand_alone(values: dict[str, Any]) -> None:
    assert costs_and_funding(draft(**values), FIELDS["FP07"]) is None


def test_a_no_to_other_money_is_told_by_itself() -> None:
    whole = draft(FP07=COSTS, FP11=[], FP12=[{"year": None, "sum": 1}])
    assert [stands_in_it(whole, FIELDS[name]) for name in ("FP07", "FP11", "FP12", "FP13")] == [
        True,
        False,
        True,
        False,
    ]
