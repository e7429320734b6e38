"""The checklist of stage 2: the questions of the page and of the others' pages, and how each answer stands."""

from dataclasses import replace

import pytest

from dialogs.records.proposal import Answer
from knowledge.agreement.checklist import (
    ItemState,
    crossed,
    has_stage_2,
    items,
    of_the_municipality,
    standing,
    under,
)
from knowledge.answers.result import Json
from knowledge.language import Language
from knowledge.municipality.meaning import Heading
from knowledge.municipality.pack import AGREEMENT
from tests.knowledge.answers.fields import vasa

VASA = vasa()
ASKED = [field.id for field in items(VASA, {})]


def test_only_a_municipality_with_such_questions_has_a_second_stage() -> None:
    proposal_alone = replace(VASA, fields=tuple(field for field in VASA.fields if field.section != AGREEMENT))
    assert (has_stage_2(VASA), has_stage_2(proposal_alone)) == (True, False)


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        pytest.param(Heading.BACKGROUND, {"FP02", "FP16", "AG04"}, marks=pytest.mark.covers("V20", "V21", "S4")),
        pytest.param(Heading.TRUST, {"AG05", "AG06", "KM01"}, marks=pytest.mark.covers("V22", "G4", "G13")),
        pytest.param(Heading.LIMITS, {"AG21", "AG22", "AG23"}, marks=pytest.mark.covers("V23")),
        pytest.param(Heading.PARTIES, {"FP14", "AG03", "AG02"}, marks=pytest.mark.covers("V24", "V23")),
        pytest.param(Heading.GOALS, {"FP05", "FP06"}, marks=pytest.mark.covers("V25")),
        pytest.param(Heading.METHOD, {"FP03", "AG08"}, marks=pytest.mark.covers("V25")),
        pytest.param(Heading.RESOURCES, {"FP07", "FP18", "KM02"}, marks=pytest.mark.covers("V25", "O7")),
        pytest.param(Heading.FOLLOW_UP, {"AG12", "AG13", "AG14", "KM05", "KM06"}, marks=pytest.mark.covers("V25")),
        pytest.param(Heading.ORGANISATION, {"AG10", "KM03", "AG11"}, marks=pytest.mark.covers("V26", "G12")),
        pytest.param(Heading.INFORMATION, {"AG15"}, marks=pytest.mark.covers("V26")),
        pytest.param(Heading.SURPLUS, {"AG18"}, marks=pytest.mark.covers("O8")),
        pytest.param(Heading.TERM, {"KM04", "KM07"}, marks=pytest.mark.covers("S3")),
    ],
)
def test_what_the_facts_ask_for_stands_under_its_heading(heading: Heading, wanted: set[str]) -> None:
    known = {field.id for field in under(heading, (*items(VASA, {}), *of_the_municipality(VASA)))}
    assert wanted <= known


@pytest.mark.covers("V27")
def test_the_conditions_of_the_page_are_asked_one_by_one() -> None:
    assert {"GU13", "GU14", "GU15", "GU16", "AG01"} <= set(ASKED)


@pytest.mark.covers("G4")
@pytest.mark.parametrize("language", list(Language))
def test_the_six_principles_are_named_where_they_are_asked_about(language: Language) -> None:
    why = VASA.fields_by_id["AG06"].why[language]
    six = {
        Language.SV: ("integritet", "dialog", "kvalitet", "långsiktighet", "öppenhet", "mångfald"),
        Language.FI: ("riippumattomuus", "vuoropuhelu", "laatu", "pitkäjänteisyys", "avoimuus", "moninaisuus"),
        Language.EN: ("integrity", "dialogue", "quality", "long-term", "openness", "diversity"),
    }[language]
    assert [word for word in six if word not in why] == []


def test_each_item_is_asked_once_from_the_first_heading_to_the_last() -> None:
    order = list(Heading)
    places = [order.index(field.outline) for field in items(VASA, {}) if field.outline]
    assert (places, len(ASKED)) == (sorted(places), len(set(ASKED)))
    assert {field.outline for field in (*items(VASA, {}), *of_the_municipality(VASA))} == set(Heading)
    assert ASKED[0] == "GU01"


def test_questions_of_another_country_are_left_out() -> None:
    swedish = {"GU02": Answer("given", "", {"country": "SE", "number": "8020000009"})}
    assert {field.country for field in items(VASA, swedish)} <= {"", "SE"}


CHOICE = [("yes", ItemState.DONE), ("partly", ItemState.UNDERWAY), ("no", ItemState.MISSING)]


@pytest.mark.parametrize(("choice", "state"), CHOICE)
def test_a_yes_is_done_what_is_to_come_under_way_and_a_no_missing(choice: str, state: ItemState) -> None:
    answer = Answer("given", "", {"choice": choice, "text": ""})
    assert standing(VASA.fields_by_id["AG01"], answer) is state


def test_a_limit_is_kept_by_a_clear_no_alone() -> None:
    limit = VASA.fields_by_id["AG22"]
    answers = {choice: Answer("given", "", {"choice": choice, "text": ""}) for choice in ("no", "partly", "yes")}
    assert [standing(limit, answer) for answer in answers.values()] == [
        ItemState.DONE,
        ItemState.MISSING,
        ItemState.MISSING,
    ]
    assert crossed(VASA, {"AG21": answers["no"], "AG22": answers["yes"], "AG23": Answer("unknown")}) == (limit,)


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ({"rules": "yes", "board": "yes", "auditor": "no"}, ItemState.DONE),
        ({"rules": "yes", "board": "underway", "auditor": "yes"}, ItemState.UNDERWAY),
        ({"rules": "no", "board": "yes", "auditor": "yes"}, ItemState.MISSING),
    ],
)
def test_rules_and_a_board_are_conditions_and_an_auditor_is_not(value: Json, state: ItemState) -> None:
    assert standing(VASA.fields_by_id["GU13"], Answer("given", "", value)) is state


@pytest.mark.parametrize("answer", [None, Answer("unknown"), Answer("skipped"), Answer("unclear", "hm")])
def test_what_was_not_answered_is_missing(answer: Answer | None) -> None:
    assert standing(VASA.fields_by_id["AG05"], answer) is ItemState.MISSING


def test_own_words_are_done_when_they_are_there() -> None:
    assert standing(VASA.fields_by_id["AG05"], Answer("given", "", "Vi håller öppet")) is ItemState.DONE
