"""Holds the Östersund pack to the facts of its page: six themes, one door, IOP, three languages."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from knowledge.language import Language
from knowledge.municipality.load import SHIPPED, load_packs
from knowledge.municipality.pack import SECTIONS, Form, Pack

FOLDER = Path(SHIPPED) / "ostersund"
RESOURCES = ["money", "premises", "people", "volunteers", "material", "knowledge", "networks"]


@pytest.fixture(scope="module")
def ostersund() -> Pack:
    return load_packs(["ostersund"])["ostersund"]


def test_every_fact_is_there_with_its_quote_and_a_home(ostersund: Pack) -> None:
    assert {f"O{number}" for number in range(1, 18)} - set(ostersund.facts) == set()
    assert [fact.id for fact in ostersund.facts.values() if not (fact.quote and fact.meaning and fact.home)] == []


@pytest.mark.covers("O5")
def test_the_catalogue_has_the_six_themes_of_the_page(ostersund: Pack) -> None:
    assert {topic.id: topic.name[Language.SV] for topic in ostersund.catalogue.topics.values()} == {
        "integration": "integration",
        "youth-employment": "sysselsättning för ungdomar",
        "violence-against-women": "att motverka mäns våld mot kvinnor",
        "labour-market": "att hjälpa människor att komma närmare arbetsmarknaden",
        "mental-health": "motverka psykisk ohälsa",
        "rural-activities": "fler aktiviteter på landsbygden",
    }
    assert len(ostersund.catalogue.challenges) == 6


@pytest.mark.covers("O4")
def test_there_is_one_door_for_every_theme(ostersund: Pack) -> None:
    assert [office.id for office in ostersund.offices] == ["civil-society-navigator"]
    assert {topic.office for topic in ostersund.catalogue.topics.values()} == {"civil-society-navigator"}


@pytest.mark.covers("O4", "O6")
def test_the_navigator_has_no_contact_before_the_operator_gives_one(ostersund: Pack) -> None:
    assert {name: role.contact for name, role in ostersund.roles.items()} == {"navigator": ""}


def test_no_round_is_known_and_no_documents_are_demanded(ostersund: Pack) -> None:
    now = datetime(2019, 5, 15, 10, 0, tzinfo=UTC)
    assert (ostersund.rounds, ostersund.open_round(now), ostersund.documents) == ((), None, {})


@pytest.mark.covers("O7")
def test_both_parties_pick_from_the_seven_resources_of_the_page(ostersund: Pack) -> None:
    ours, theirs = ostersund.fields_by_id["FP18"], ostersund.fields_by_id["FP15"]
    assert [option.value for option in ours.options] == RESOURCES
    assert [option.value for option in theirs.options] == RESOURCES


def test_only_the_smallest_set_is_asked_with_the_number_and_the_sum(ostersund: Pack) -> None:
    assert [item.id for item in ostersund.fields if item.asked and item.section in SECTIONS] == [
        "FP01", "FP02", "FP03", "FP04", "FP18", "FP15", "FP12", "GU01", "GU02", "GU06", "GU09", "GU17",
    ]  # fmt: skip


def test_what_an_agreement_would_need_may_be_told_and_is_never_asked(ostersund: Pack) -> None:
    more = {item.id: item.need for item in ostersund.fields if not item.asked and item.section in SECTIONS}
    told = "FP05 FP06 FP08 FP14 FP07 FP11 GU07 GU08 GU12 GU13 GU14 GU11"
    assert more == dict.fromkeys(told.split(), "O")


@pytest.mark.covers("O8", "O9", "O10", "O12")
def test_the_partnership_is_an_iop_and_every_swedish_form_is_explained(
    ostersund: Pack,
) -> None:
    assert ostersund.partnership is Form.IOP
    assert {item.form for item in ostersund.forms} == set(Form) - {Form.PARTNERSHIP}


@pytest.mark.covers("O9")
def test_iop_is_spelled_out_the_first_time(ostersund: Pack) -> None:
    iop = next(item for item in ostersund.forms if item.form is Form.IOP)
    assert iop.name[Language.SV] == "Idéburet offentligt partnerskap"
    assert ["idéburet offentligt partnerskap" in iop.explained[key] for key in (Language.FI, Language.EN)] == [
        True,
        True,
    ]


@pytest.mark.covers("O11", "W29")
def test_reserved_procurement_is_told_with_the_cleaning_and_both_kinds_of_the_law(
    ostersund: Pack,
) -> None:
    told = {name: ostersund.notes[name][Language.SV] for name in ("cleaning-example", "reserved-share")}
    assert ("städning" in told["cleaning-example"], "30 procent" in told["reserved-share"]) == (True, True)
    assert "två slag" in ostersund.notes["reserved-two-kinds"][Language.SV]


@pytest.mark.covers("O13", "O14", "O15", "O16")
def test_the_four_examples_tell_their_year_in_every_language(ostersund: Pack) -> None:
    assert [item.id for item in ostersund.examples] == [
        "night-walks",
        "transitional-housing",
        "second-hand-shop",
        "knowing-the-group",
    ]
    untold = [item.id for item in ostersund.examples for text in item.text.values() if item.year not in text]
    assert untold == []


def test_the_help_lines_are_the_swedish_ones(ostersund: Pack) -> None:
    assert {line.id: line.number for line in ostersund.help_lines} == {
        "emergency": "112",
        "suicide": "90101",
        "violence": "020-50 50 50",
        "care": "1177",
    }


def test_each_theme_has_three_everyday_needs_in_each_language(ostersund: Pack) -> None:
    needs = yaml.safe_load((FOLDER / "examples.yaml").read_text(encoding="utf-8"))
    counted = {
        (topic, language.value): sum(need["topics"][0] == topic and need["lang"] == language.value for need in needs)
        for topic in ostersund.catalogue.topics
        for language in Language
    }
    assert set(counted.values()) == {3}
    assert len({need["text"] for need in needs}) == 6 * 3 * 3
