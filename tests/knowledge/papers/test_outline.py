"""The outline of an agreement: fifteen headings, the answers under them, and the gaps named where they belong."""

from datetime import date

import pytest

from dialogs.records.proposal import Answer
from knowledge.answers.table import Table
from knowledge.language import Language
from knowledge.municipality.meaning import Heading
from knowledge.papers.outline import Chapter, Entry, Outline, outline
from tests.knowledge.answers.fields import vasa

DAY = date(2026, 12, 1)


def made(language: Language = Language.SV, **answers: Answer) -> Outline:
    return outline(vasa(), answers, language, ("K7WM4", "Utan namn", "avtalsunderlag"), DAY)


def chapter(heading: Heading, **answers: Answer) -> Chapter:
    return next(one for one in made(**answers).chapters if one.heading is heading)


def given(value: object, said: str = "") -> Answer:
    return Answer("given", said, value)


@pytest.mark.covers("V20", "V25", "S3")
def test_there_are_fifteen_headings_and_a_framework_holds_some_of_them() -> None:
    chapters = made().chapters
    assert [one.number for one in chapters] == list(range(1, 16))
    assert [one.number for one in chapters if one.in_framework] == [1, 2, 3, 7, 8, 9, 12]
    parts = given([{"goal": "Köket", "start": "2027-01-01", "end": "2027-12-31", "sum": None}])
    assert (made().has_parts, made(KM07=parts).has_parts) == (False, True)


def test_it_is_named_after_the_association_and_the_idea_where_they_are_known() -> None:
    assert (made().title, made().association, made().filename_stem) == (
        "K7WM4",
        "Utan namn",
        "Utan namn_avtalsunderlag",
    )
    known = made(FP01=given("Köket"), GU01=given("Byn rf"))
    assert (known.title, known.association, known.filename_stem) == ("Köket", "Byn rf", "Byn rf_avtalsunderlag")


def test_what_is_missing_is_named_under_its_heading_by_whose_it_is() -> None:
    empty = chapter(Heading.FOLLOW_UP)
    assert empty.missing == ("Rapportering", "Månad för partnerskapsdiskussionen")
    assert empty.missing_of_municipality == ("Partnerskapsdiskussion", "Rapportdag")
    told = chapter(Heading.FOLLOW_UP, AG12=given("Antal besök, i februari"), KM06=given({"day": "2028-02-28"}))
    assert (told.missing, told.missing_of_municipality) == (
        ("Månad för partnerskapsdiskussionen",),
        ("Partnerskapsdiskussion",),
    )
    assert [entry.lines for entry in told.entries] == [("Antal besök, i februari",), ("28 februari 2028",)]


def test_a_no_is_an_answer_and_stands_with_its_question() -> None:
    limits = chapter(Heading.LIMITS, AG22=given({"choice": "yes", "text": "Bara städning"}))
    assert limits.entries == (
        Entry(
            "Köp av tjänst",
            ("Bara städning",),
            question="Köper staden en tjänst av föreningen?",
            lead="Ja",
        ),
    )
    assert limits.missing == ("Lagstadgad uppgift", "Anvisade kunder")


def test_goals_stand_beside_their_measures_and_sums_in_a_table() -> None:
    goals = chapter(Heading.GOALS, FP05=given(["A", "B"]), FP06=given(["a"]))
    assert goals.entries == (Entry("", table=Table(("goal", "measure"), (("A", "a"), ("B", "")))),)
    assert [entry.lines for entry in chapter(Heading.GOALS, FP05=given(["A", "B"])).entries] == [("A", "B")]
    costs = chapter(Heading.RESOURCES, FP07=given([{"what": "Hyra", "sum": 500}]))
    assert [entry.table is not None for entry in costs.entries] == [True]


def test_what_was_not_understood_stands_as_it_was_typed() -> None:
    [entry] = chapter(Heading.GOALS, FP05=Answer("unclear", "hm\n\nja")).entries
    assert (entry.lines, entry.as_typed) == (("hm", "ja"), True)
