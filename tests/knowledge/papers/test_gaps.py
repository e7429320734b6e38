"""What is missing on a paper: where the list of gaps stands and what counts as one."""

from typing import Any

import pytest

from dialogs.records.proposal import Answer
from knowledge.language import Language
from knowledge.papers.prose import paragraph
from tests.knowledge.answers.fields import vasa
from tests.knowledge.papers.test_paper import FULL, a_paper, given_answer, section


@pytest.mark.covers("V11")
def test_what_is_missing_has_no_heading_and_stands_once_in_the_list() -> None:
    made = a_paper(
        {"FP12": Answer("unclear", "tolvtusen\x00\n + lite till"), "FP13": Answer("unknown"), "FP14": Answer("skipped")}
    )
    assert [one.heading for one in made.sections] == ["Årligt bidrag från Vasa stad"]
    assert section(made, "Årligt bidrag från Vasa stad").blocks == paragraph("tolvtusen", "+ lite till")
    assert [(gap.label, gap.reason, gap.needed) for gap in made.gaps] == [
        *((label, "missing", True) for label in ("Namn på idén", "Behov", "Utmaning", "Planen", "Mål", "Mätare")),
        *((label, "missing", True) for label in ("Kostnader", "Tidtabell", "Kompetens", "Personal")),
        ("Annan finansiering", "missing", True),
        ("Årligt bidrag från Vasa stad", "money.unreadable", True),
        ("Finansieringens längd", "unknown", True),
        *((label, "missing", False) for label in ("Stadens insats", "Stadens fem utmaningar", "Pitchanförande")),
    ]


def test_a_paper_that_only_lacks_what_may_be_added_has_no_list() -> None:
    needed = {field.id: given_answer(FULL.get(field.id, "ord")) for field in vasa().fields if field.need == "R"}
    assert a_paper(needed).gaps == ()
    assert a_paper(needed, "basics").gaps == ()


@pytest.mark.parametrize(
    ("value", "reasons"),
    [
        (["exclusion"], []),
        (["exclusion", "unknown"], ["unknown"]),
        ("Reaching the unknown young people of the villages", []),
    ],
)
def test_not_to_know_which_goal_is_met_is_a_gap_and_own_words_are_none(value: Any, reasons: list[str]) -> None:
    goal = vasa().fields_by_id["FP16"].heading_in(Language.SV)
    gaps = a_paper({"FP16": given_answer(value)}).gaps
    assert [gap.reason for gap in gaps if gap.label == goal] == reasons


def test_what_only_tells_the_writer_what_was_made_of_the_words_is_no_gap() -> None:
    mail, person = vasa().fields_by_id["GU06"], vasa().fields_by_id["GU09"]
    answers = {
        "GU06": Answer("given", "Anna <anna@exempel.fi>", "anna@exempel.fi"),
        "GU09": Answer("given", "Anna", {"name": "Anna", "role": ""}),
    }
    reasons = {gap.label: gap.reason for gap in a_paper(answers, "basics").gaps}
    labels = [field.heading_in(Language.SV) for field in (mail, person)]
    assert [reasons.get(label) for label in labels] == [None, "person.role"]


def test_the_finnish_register_number_is_asked_of_finnish_associations_only() -> None:
    swedish = {"GU02": given_answer({"number": "802000-0009", "country": "SE"})}
    number = {"GU03": given_answer("123.456")}
    headings = [[one.heading for one in a_paper(number | answers, "basics").sections] for answers in ({}, swedish)]
    assert ["Registernummer" in one for one in headings] == [True, False]
