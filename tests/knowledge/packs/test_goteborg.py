"""Holds the Göteborg pack to the facts of its slides: IOP, six principles, seven criteria, six lessons, one case."""

from datetime import UTC, datetime

import pytest

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import SECTIONS, Form, Pack, Status
from tests.knowledge.packs.everyday import everyday_needs

ORGANISATIONS = ["Bräcke Diakoni", "Göteborgs Kyrkliga Stadsmission", "Räddningsmissionen", "Frälsningsarmén"]


@pytest.fixture(scope="module")
def goteborg() -> Pack:
    return load_packs(["goteborg"])["goteborg"]


def note_ids(pack: Pack, kind: str) -> list[str]:
    return [name.removeprefix(kind) for name in pack.notes if name.startswith(kind)]


def test_every_fact_is_there_with_its_quote_and_a_home(goteborg: Pack) -> None:
    assert {f"G{number}" for number in range(1, 14)} - set(goteborg.facts) == set()
    assert [fact.id for fact in goteborg.facts.values() if not (fact.quote and fact.meaning and fact.home)] == []


@pytest.mark.covers("G1")
def test_the_timeline_of_the_agreements_is_told_with_its_years(goteborg: Pack) -> None:
    told = goteborg.notes["political-will"]
    assert [[year in text for year in ("2008", "2012", "2014")] for text in told.values()] == [[True] * 3] * 3
    assert goteborg.facts["G1"].status is Status.HISTORIC


@pytest.mark.covers("G2")
def test_the_lines_of_the_budget_are_goals_to_choose_from(goteborg: Pack) -> None:
    assert [goal.value for goal in goteborg.goals] == [
        "social-economy", "civil-sector", "social-glue", "many-actors", "unknown",
    ]  # fmt: skip


@pytest.mark.covers("G3")
def test_the_closing_promises_an_answer_in_every_language(goteborg: Pack) -> None:
    closing = goteborg.notes["closing"]
    assert ("svar" in closing[Language.SV], "vastauksen" in closing[Language.FI]) == (True, True)
    assert "answer" in closing[Language.EN]


@pytest.mark.covers("G4")
def test_the_six_principles_stand_in_the_order_of_the_slides(goteborg: Pack) -> None:
    assert [
        goteborg.notes[f"principle-{name}"][Language.SV].partition(".")[0] for name in note_ids(goteborg, "principle-")
    ] == [
        "Integritet och oberoende",
        "Dialog",
        "Kvalitet",
        "Långsiktighet",
        "Öppenhet och insyn",
        "Mångfald",
    ]


@pytest.mark.covers("G5", "G6", "G7")
def test_grant_procurement_and_iop_are_explained_and_iop_is_no_legal_advice(goteborg: Pack) -> None:
    told = {item.form: item for item in goteborg.forms}
    assert set(told) == set(Form)
    assert goteborg.partnership is Form.IOP
    assert "mellan bidrag och köp" in told[Form.IOP].explained[Language.SV]
    assert "inte juridisk rådgivning" in told[Form.IOP].fits[Language.SV]
    assert "bestämmer själva" in told[Form.GRANT].explained[Language.SV]
    assert "äger verksamheten" in told[Form.PROC].explained[Language.SV]


@pytest.mark.covers("G8")
def test_the_seven_criteria_are_questions_and_there_is_no_template(goteborg: Pack) -> None:
    criteria = note_ids(goteborg, "criterion-")
    assert criteria == [
        "initiative", "plan", "no-competition", "both-bring", "specific", "no-details", "long-term",
    ]  # fmt: skip
    asked = [text for name in criteria for text in goteborg.notes[f"criterion-{name}"].values()]
    assert [text for text in asked if not text.endswith("?")] == []
    assert "ingen mall" in goteborg.notes["no-template"][Language.SV]


@pytest.mark.covers("G9", "G10", "G11", "G12")
def test_the_case_is_told_with_its_years_in_every_language(goteborg: Pack) -> None:
    assert {item.id: item.year for item in goteborg.examples} == {
        "need-became-assignment": "2012",
        "start-small": "2013-2015",
        "five-activities": "2015",
        "learning-together": "2015",
    }
    untold = [item.id for item in goteborg.examples for text in item.text.values() if item.year[:4] not in text]
    assert untold == []
    assert {goteborg.facts[f"G{number}"].status for number in range(9, 13)} == {Status.HISTORIC}


@pytest.mark.covers("G11")
def test_the_five_activities_are_topics_and_the_organisations_are_named(goteborg: Pack) -> None:
    topics = {topic.id: topic.name[Language.SV] for topic in goteborg.catalogue.topics.values()}
    assert topics == {
        "eu-migrants": "ekonomiskt utsatta EU-medborgare",
        "eu-migrants/night-places": "övernattningsplatser",
        "eu-migrants/day-centre": "dagcentral",
        "eu-migrants/open-preschool": "öppen förskola",
        "eu-migrants/information": "informationsarbete",
        "eu-migrants/field-work": "fältverksamhet",
        "social-glue": "socialt kitt i staden",
        "engagement": "medborgarna engagerar sig",
    }
    example = next(item for item in goteborg.examples if item.id == "five-activities")
    named = [name for text in example.text.values() for name in ORGANISATIONS if name in text]
    assert named == ORGANISATIONS * 3


@pytest.mark.covers("G13")
def test_the_six_lessons_stand_in_the_order_of_the_slides(goteborg: Pack) -> None:
    assert note_ids(goteborg, "lesson-") == [
        "clear-picture", "equal-interest", "money-early", "anchoring", "dare", "redo",
    ]  # fmt: skip


def test_the_doors_are_those_of_the_slides_and_none_is_verified(goteborg: Pack) -> None:
    assert {office.id: office.status for office in goteborg.offices} == {
        "welfare": Status.UNVERIFIED,
        "social-resource": Status.HISTORIC,
    }


def test_no_round_is_known(goteborg: Pack) -> None:
    assert (goteborg.rounds, goteborg.open_round(datetime(2015, 6, 1, tzinfo=UTC))) == ((), None)


def test_no_role_has_a_contact_before_the_operator_gives_one(goteborg: Pack) -> None:
    assert {name: role.contact for name, role in goteborg.roles.items()} == {
        "navigator": "",
        "agreement-office": "",
    }


@pytest.mark.covers("GU01", "GU06", "GU09", "GU17", "FP01", "FP02", "FP03", "FP04")
def test_only_the_smallest_set_is_asked_with_the_number_and_the_sum(goteborg: Pack) -> None:
    assert [item.id for item in goteborg.fields if item.asked and item.section in SECTIONS] == [
        "FP01", "FP02", "FP03", "FP04", "FP18", "FP15", "FP12", "GU01", "GU02", "GU06", "GU09", "GU17",
    ]  # fmt: skip


def test_what_an_agreement_would_need_may_be_told_and_is_never_asked(goteborg: Pack) -> None:
    more = {item.id: item.need for item in goteborg.fields if not item.asked and item.section in SECTIONS}
    told = "FP05 FP06 FP08 FP14 FP07 FP11 GU07 GU08 GU12 GU13 GU14 GU11"
    assert more == dict.fromkeys(told.split(), "O")


def test_finnish_is_a_right_in_goteborg(goteborg: Pack) -> None:
    assert "oikeus käyttää suomea" in goteborg.notes["finnish-right"][Language.FI]
    assert "oikeus käyttää suomea" in goteborg.fields_by_id["GU17"].help[Language.FI]


def test_every_topic_has_everyday_needs_in_each_language(goteborg: Pack) -> None:
    needs = everyday_needs("goteborg")
    assert {(topic, need.lang) for need in needs for topic in need.topics} == {
        (topic, language) for topic in goteborg.catalogue.topics for language in Language
    }
    assert {language: sum(need.lang is language for need in needs) for language in Language} == dict.fromkeys(
        Language, 10
    )
