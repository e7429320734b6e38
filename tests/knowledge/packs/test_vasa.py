"""Holds the Vasa pack to the facts of its page: catalogue, dates, file names, fields, three languages."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from knowledge.language import Language
from knowledge.municipality.load import SHIPPED, load_packs
from knowledge.municipality.pack import DocumentNames, Form, Pack, Status

FOLDER = Path(SHIPPED) / "vasa"
FACTS = {f"V{number}" for number in range(1, 30)} | {f"S{number}" for number in range(1, 16)}


@pytest.fixture(scope="module")
def vasa() -> Pack:
    return load_packs(["vasa"])["vasa"]


def test_every_fact_is_there_with_its_quote_and_a_home(vasa: Pack) -> None:
    assert FACTS - set(vasa.facts) == set()
    assert [fact.id for fact in vasa.facts.values() if not (fact.quote and fact.meaning and fact.home)] == []


@pytest.mark.covers("V1", "W2")
def test_the_scheme_carries_the_titles_of_both_pages(vasa: Pack) -> None:
    assert (vasa.scheme[Language.SV], vasa.scheme[Language.FI]) == (
        "Partnerskap mellan välfärdstjänsterna och föreningar",
        "Hyvinvointipalveluiden ja yhdistysten kumppanuus",
    )


@pytest.mark.covers("V6")
def test_the_catalogue_has_the_five_challenges_and_thirteen_phenomena_in_order(vasa: Pack) -> None:
    assert [
        (challenge.name[Language.SV], [topic.name[Language.SV] for topic in challenge.topics])
        for challenge in vasa.catalogue.challenges
    ] == [
        (
            "Resiliens",
            [
                "förstärkande av mentalt välbefinnande och ork",
                "vardagsfärdigheter",
                "känslomässiga färdigheter",
                "ungas psykiska ohälsa",
            ],
        ),
        (
            "Förändrat åsiktsklimat",
            [
                "förhållning till olikheter, brist på medkänsla",
                (
                    "negativa konsekvenser av sociala media och digitalisering, "
                    "till exempel en skev bild av vardagen, mobbning, nätbedrägerier"
                ),
            ],
        ),
        ("Fysisk form", ["brist på vardagsmotion"]),
        (
            "Utanförskap",
            [
                "brist på meningsfull aktivitet",
                "ensamhet",
                "skapande av delaktighet för svåråtkomliga missgynnade grupper",
            ],
        ),
        (
            "Ojämlikhet",
            [
                "segregation",
                "anhopande av utmaningar hos samma personer",
                "främjande av en tillgänglig omgivning",
            ],
        ),
    ]


@pytest.mark.covers("V6")
def test_the_finnish_catalogue_uses_the_words_of_the_finnish_page(vasa: Pack) -> None:
    assert [topic.name[Language.FI] for topic in vasa.catalogue.topics.values()] == [
        "mielen hyvinvoinnin ja jaksamisen vahvistaminen",
        "arjen hallinta",
        "tunnetaidot",
        "nuorten pahoinvointi",
        "suhtautuminen erilaisuuteen, myötätunnon puute",
        (
            "sosiaalisen median ja digitalisaation negatiiviset vaikutukset, "
            "esim. vääristynyt mielikuva arjesta, kiusaaminen, huijaukset"
        ),
        "arkiliikunnan puute",
        "merkityksellisen tekemisen puute",
        "yksinäisyys",
        "heikommassa asemassa olevien ryhmien osallisuuden edistäminen",
        "segregaatio",
        "haasteiden kasautuminen samoille ihmisille",
        "esteetön ja saavutettava elinympäristö",
    ]


def test_every_topic_leads_to_the_welfare_services(vasa: Pack) -> None:
    assert {topic.office for topic in vasa.catalogue.topics.values()} == {"welfare"}


@pytest.mark.covers("V7", "V16", "V18")
def test_the_round_of_2023_ends_and_pitches_at_the_instants_of_the_page(vasa: Pack) -> None:
    call = vasa.round("partnership-2023")
    assert call.pitch is not None
    assert (call.deadline.astimezone(UTC), call.pitch.astimezone(UTC), call.pitch_minutes) == (
        datetime(2023, 9, 15, 12, 45, tzinfo=UTC),
        datetime(2023, 9, 19, 13, 30, tzinfo=UTC),
        10,
    )
    assert (call.deadline.strftime("%a"), call.pitch.strftime("%a")) == ("Fri", "Tue")


@pytest.mark.covers("V7")
def test_the_round_takes_proposals_at_the_deadline_and_not_a_second_later(vasa: Pack) -> None:
    at, late = (
        datetime(2023, 9, 15, 12, 45, 0, tzinfo=UTC),
        datetime(2023, 9, 15, 12, 45, 1, tzinfo=UTC),
    )
    assert (vasa.open_round(at), vasa.open_round(late)) == (vasa.round("partnership-2023"), None)
    assert vasa.round("partnership-2023").status is Status.HISTORIC


@pytest.mark.covers("V10")
def test_the_documents_have_the_names_that_the_page_demands(vasa: Pack) -> None:
    assert vasa.documents == {
        Language.SV: DocumentNames("grunduppgifter", "forslagspapper"),
        Language.FI: DocumentNames("perustiedot", "ehdotuspaperi"),
    }


@pytest.mark.covers("V11", "V12", "V13", "V14", "V15", "V24", "V26")
def test_the_proposal_asks_all_of_its_seventeen_questions(vasa: Pack) -> None:
    proposal = [item for item in vasa.fields if item.section == "proposal" and item.asked]
    assert [item.id for item in proposal] == [f"FP{number:02}" for number in range(1, 18)]
    assert all(item.asked for item in proposal)
    assert {item.id for item in proposal if item.need != "R"} == {"FP14", "FP15", "FP16", "FP17"}


@pytest.mark.covers("V9", "V27")
def test_the_basics_leave_the_optional_questions_to_the_summary(vasa: Pack) -> None:
    basics = [item for item in vasa.fields if item.section == "basics"]
    assert [item.id for item in basics] == [f"GU{number:02}" for number in range(1, 20)]
    assert {item.id for item in basics if item.need == "O"} == {"GU08", "GU11", "GU12", "GU18", "GU19"}
    assert {item.id for item in basics if not item.asked} == {"GU08", "GU11", "GU12", "GU18", "GU19"}
    assert vasa.fields_by_id["GU03"].need == "C"


@pytest.mark.covers("V2")
def test_the_goals_are_the_five_challenges_and_a_way_to_say_that_one_does_not_know(vasa: Pack) -> None:
    challenges = [challenge.id for challenge in vasa.catalogue.challenges]
    assert [goal.value for goal in vasa.goals] == [*challenges, "unknown"]
    names = [challenge.name for challenge in vasa.catalogue.challenges]
    assert [goal.label for goal in vasa.goals[:-1]] == names, "the page names no goals: none is made up"


@pytest.mark.covers("V23", "V27")
def test_the_stop_questions_and_the_six_conditions_are_told(vasa: Pack) -> None:
    assert [name for name in vasa.notes if name.startswith(("stop-", "condition-"))] == [
        "stop-statutory",
        "stop-procures",
        "stop-clients",
        "condition-rules",
        "condition-board",
        "condition-activity",
        "condition-own-funding",
        "condition-paid-staff",
        "condition-general",
    ]


@pytest.mark.covers("V29")
def test_what_the_page_does_not_say_is_said(vasa: Pack) -> None:
    assert len(vasa.unknown) == 12


@pytest.mark.covers("V28")
def test_no_role_has_a_contact_before_the_operator_gives_one(vasa: Pack) -> None:
    assert {name: role.contact for name, role in vasa.roles.items()} == {
        "navigator": "",
        "registrar": "",
        "umbrella": "",
        "county": "",
    }


@pytest.mark.covers("V3", "V23")
def test_every_form_that_the_rules_can_lead_to_is_explained(vasa: Pack) -> None:
    assert {item.form for item in vasa.forms} == set(Form)
    assert vasa.partnership is Form.PARTNERSHIP


@pytest.mark.covers("S1", "S12", "W3")
def test_every_example_tells_its_year(vasa: Pack) -> None:
    untold = [
        item.id
        for item in vasa.examples
        for text in item.text.values()
        if not any(year in text for year in item.year.split("-")) and "2015" not in text
    ]
    assert untold == []


def test_each_topic_has_three_everyday_needs_in_each_language(vasa: Pack) -> None:
    needs = yaml.safe_load((FOLDER / "examples.yaml").read_text(encoding="utf-8"))
    counted = {
        (topic, language.value): sum(need["topics"][0] == topic and need["lang"] == language.value for need in needs)
        for topic in vasa.catalogue.topics
        for language in Language
    }
    assert set(counted.values()) == {3}
    assert len({need["text"] for need in needs}) == 13 * 3 * 3
