"""Holds the Växjö pack to the facts of its page: no grants at welfare, three doors, no open call."""

from datetime import UTC, date, datetime

import pytest

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import SECTIONS, DocumentNames, Form, Pack, Status
from knowledge.needs.route import route
from tests.knowledge.packs.everyday import everyday_needs

BEFORE, FIRST, TODAY = date(2015, 12, 31), date(2016, 1, 1), date(2026, 11, 22)


@pytest.fixture(scope="module")
def vaxjo() -> Pack:
    return load_packs(["vaxjo"])["vaxjo"]


def doors(pack: Pack, *offices: str, grant: bool, day: date = TODAY) -> tuple[list[str], str | None]:
    """Return the offices of a route and the rule that turned somebody away."""
    found = route(pack, offices, grant=grant, day=day)
    return [office.id for office in found.offices], found.turned_away.id if found.turned_away else None


def test_every_fact_is_there_with_its_quote_and_a_home(vaxjo: Pack) -> None:
    assert {f"X{number}" for number in range(1, 12)} - set(vaxjo.facts) == set()
    assert [fact.id for fact in vaxjo.facts.values() if not (fact.quote and fact.meaning and fact.home)] == []


@pytest.mark.covers("X1", "X3", "X6", "X7", "X8")
def test_the_topics_are_what_the_page_names_with_their_doors(vaxjo: Pack) -> None:
    assert {topic.id: (topic.name[Language.SV], topic.office) for topic in vaxjo.catalogue.topics.values()} == {
        "exclusion": ("utanförskap", "welfare"),
        "community": ("inkluderande gemenskaper", "welfare"),
        "shelter": ("akutboendeplats eller skyddat boende för våldsutsatta", "welfare"),
        "integration": ("verksamhet som riktar sig till att stärka integrationen", "integration"),
        "association-life": ("ekonomiskt stöd till föreningar", "culture-leisure"),
    }


@pytest.mark.covers("X2")
def test_a_grant_never_stays_at_welfare(vaxjo: Pack) -> None:
    assert doors(vaxjo, "welfare", grant=True) == (["culture-leisure"], "no-grants")


@pytest.mark.covers("X2", "X8")
def test_a_grant_for_integration_goes_to_the_integration_body_first(vaxjo: Pack) -> None:
    assert doors(vaxjo, "welfare", "integration", grant=True) == (["integration", "culture-leisure"], "no-grants")
    assert doors(vaxjo, "integration", grant=True) == (["integration"], None)


@pytest.mark.covers("X3", "X4")
def test_cooperation_without_a_grant_is_welcome_at_welfare(vaxjo: Pack) -> None:
    assert doors(vaxjo, "welfare", grant=False) == (["welfare"], None)
    accepts = {rule.id: rule.accepts for rule in vaxjo.office("welfare").rules if rule.holds(TODAY)}
    assert accepts == {"no-grants": False, "welfare-cooperates": True}


@pytest.mark.covers("X2")
def test_the_rule_turns_on_the_first_day_of_2016(vaxjo: Pack) -> None:
    assert doors(vaxjo, "welfare", grant=True, day=BEFORE) == (["welfare"], None)
    assert doors(vaxjo, "welfare", grant=True, day=FIRST) == (["culture-leisure"], "no-grants")
    assert "the day of the decision is not on the page" in vaxjo.facts["X2"].meaning


@pytest.mark.covers("X8")
def test_the_integration_body_is_not_verified(vaxjo: Pack) -> None:
    assert {office.id: office.status for office in vaxjo.offices} == {
        "welfare": Status.CURRENT,
        "integration": Status.UNVERIFIED,
        "culture-leisure": Status.CURRENT,
    }


@pytest.mark.covers("X4")
def test_no_round_is_known_and_cooperation_leads_to_the_navigator(vaxjo: Pack) -> None:
    now = datetime(2019, 7, 26, 10, 0, tzinfo=UTC)
    assert (vaxjo.rounds, vaxjo.open_round(now), vaxjo.partnership) == ((), None, Form.NAV)
    assert {item.form for item in vaxjo.forms} == set(Form)


@pytest.mark.covers("X5", "X6", "X11")
def test_what_others_did_is_told_with_its_year_in_every_language(vaxjo: Pack) -> None:
    assert {item.id: (item.year, item.topics) for item in vaxjo.examples} == {
        "partnerships-2016": ("2016-2018", ("exclusion",)),
        "shelter-2016": ("2016-2018", ("shelter",)),
        "integration-money-2017": ("2017", ("integration", "community")),
        "integration-money-2018": ("2018", ("integration",)),
    }
    untold = [item.id for item in vaxjo.examples for text in item.text.values() if item.year[:4] not in text]
    assert untold == []
    assert [vaxjo.facts[item].status for item in ("X5", "X6", "X11")] == [Status.HISTORIC] * 3


@pytest.mark.covers("X6", "W13")
def test_the_permit_for_sheltered_housing_is_told_and_its_address_never_asked(vaxjo: Pack) -> None:
    assert "1 april 2024" in vaxjo.notes["law-shelter-permit"][Language.SV]
    assert "1.4.2024" in vaxjo.notes["law-shelter-permit"][Language.FI]
    assert "1 April 2024" in vaxjo.notes["law-shelter-permit"][Language.EN]
    assert [item.id for item in vaxjo.fields if item.kind == "address"] == []


@pytest.mark.covers("X9")
def test_no_role_has_a_contact_before_the_operator_gives_one(vaxjo: Pack) -> None:
    assert {name: role.contact for name, role in vaxjo.roles.items()} == {
        "navigator": "",
        "integration-contact": "",
        "leisure-contact": "",
    }


@pytest.mark.covers("X10")
def test_the_age_of_the_data_is_in_words(vaxjo: Pack) -> None:
    assert vaxjo.data_from == {Language.SV: "juli 2019", Language.FI: "heinäkuu 2019", Language.EN: "July 2019"}
    assert vaxjo.sources["page"].dated == "2019-07-26"


@pytest.mark.covers("GU01", "GU06", "GU09", "GU17", "FP01", "FP02", "FP03", "FP04")
def test_only_the_smallest_set_is_asked_with_the_number_and_the_sum(vaxjo: Pack) -> None:
    assert [item.id for item in vaxjo.fields if item.asked and item.section in SECTIONS] == [
        "FP01", "FP02", "FP03", "FP04", "FP18", "FP15", "FP12", "GU01", "GU02", "GU06", "GU09", "GU17",
    ]  # fmt: skip


def test_what_an_agreement_would_need_may_be_told_and_is_never_asked(vaxjo: Pack) -> None:
    more = {item.id: item.need for item in vaxjo.fields if not item.asked and item.section in SECTIONS}
    told = "FP05 FP06 FP08 FP14 FP07 FP11 GU07 GU08 GU12 GU13 GU14 GU11"
    assert more == dict.fromkeys(told.split(), "O")


def test_documents_are_named_like_those_of_vasa(vaxjo: Pack) -> None:
    assert vaxjo.documents == {
        Language.SV: DocumentNames("grunduppgifter", "forslagspapper"),
        Language.FI: DocumentNames("perustiedot", "ehdotuspaperi"),
    }


def test_the_help_lines_are_the_swedish_ones(vaxjo: Pack) -> None:
    assert {line.id: line.number for line in vaxjo.help_lines} == {
        "emergency": "112",
        "suicide": "90101",
        "violence": "020-50 50 50",
        "children": "116 111",
        "care-advice": "1177",
    }


def test_every_topic_has_everyday_needs_in_each_language(vaxjo: Pack) -> None:
    needs = everyday_needs("vaxjo")
    assert {(topic, need.lang) for need in needs for topic in need.topics} == {
        (topic, language) for topic in vaxjo.catalogue.topics for language in Language
    }
    assert {language: sum(need.lang is language for need in needs) for language in Language} == dict.fromkeys(
        Language, 12
    )
