"""The facts that a jury remembers a proposal by."""

from typing import Any

from knowledge.answers.table import Total
from knowledge.language import Language
from knowledge.papers.in_brief import BriefFact, in_brief
from tests.knowledge.papers.test_sections import draft

COSTS = [{"what": "Lön", "sum": 14400}, {"what": "Hyra", "sum": 3600}]
SPACE = "\u00a0"


def brief(**values: Any) -> dict[str, BriefFact]:
    return {fact.label: fact for fact in in_brief(draft(values, Language.SV))}


def test_what_when_and_how_much_stand_in_one_order_and_nothing_stands_for_what_is_not_answered() -> None:
    facts = in_brief(
        draft(
            {
                "FP12": [{"year": None, "sum": 12000}],
                "FP13": 24,
                "FP04": ["exclusion/loneliness"],
                "FP08": {
                    "start": "2027-01-01",
                    "end": "2028-12-31",
                    "dates": [{"date": "2027-03-01", "what": "Start"}],
                },
            },
            Language.SV,
        )
    )
    assert [(fact.label, fact.lines, fact.totals) for fact in facts] == [
        ("Utmaning", ("Ensamhet",), ()),
        ("Tidtabell", (f"1{SPACE}januari{SPACE}2027{SPACE}– 31{SPACE}december{SPACE}2028",), ()),
        (
            "Bidrag från Vasa",
            (f"12{SPACE}000{SPACE}€ per år",),
            (Total("in_all", f"24{SPACE}000{SPACE}€", "24 månader"),),
        ),
    ]


def test_costs_are_told_by_their_sums_alone() -> None:
    assert brief(FP07=COSTS)["Kostnader"].lines == ()
    assert [total.name for total in brief(FP07=COSTS, FP13=24)["Kostnader"].totals] == ["a_year", "in_all"]


def test_of_many_partners_two_are_named_and_it_is_said_that_there_are_more() -> None:
    partners = [f"Förening {number}" for number in range(1, 5)]
    told = brief(FP14=partners)["Samarbetspartner"]
    assert (told.lines, told.is_whole, told.has_own_words) == (("Förening 1", "Förening 2"), False, True)
