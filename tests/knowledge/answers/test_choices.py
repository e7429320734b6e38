"""Choosing: options by number, value or words; yes and no; languages; who signs; the pitch."""

import pytest

from knowledge.pack import Language
from tests.knowledge.answers.fields import code, reading, remarks, value

ALL = ["rules", "plan", "budget", "accounts", "annual-report", "audit"]


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("1, 3", ["rules", "budget"]),
        ("1 3", ["rules", "budget"]),
        ("stadgar och budget", ["rules", "budget"]),
        ("alla", ALL),
        ("inga", []),
    ],
)
def test_ticks(text: str, chosen: list[str]) -> None:
    assert value("GU18", text) == chosen


def test_an_unknown_tick_is_named_with_the_list() -> None:
    assert reading("GU18", "flygplan").values["part"] == "flygplan"  # type: ignore[union-attr]
    assert code("GU18", "budget, flygplan") == "ticks.unknown"
    assert code("GU18", "7") == "ticks.unknown"


@pytest.mark.covers("V5")
def test_topics_are_chosen_and_own_words_stay() -> None:
    assert value("topics", "ensamhet") == ["exclusion/loneliness"]
    assert value("topics", "yksinäisyys", language=Language.FI) == ["exclusion/loneliness"]
    assert value("topics", "exclusion/loneliness\ncykelvägar") == ["exclusion/loneliness", "cykelvägar"]
    assert remarks("topics", "cykelvägar") == ["topics.own"]
    assert code("topics", "1 2 3 4") == "topics.many"


def test_a_yes_takes_the_topics_of_the_need() -> None:
    known = {"topics": ["exclusion/loneliness"]}
    assert value("topics", "ja", known=known) == ["exclusion/loneliness"]


@pytest.mark.covers("V2")
def test_a_goal_of_the_city_or_own_words() -> None:
    assert value("goal", "1") == ["resilience"]
    assert value("goal", "Minska ensamheten i byarna") == "Minska ensamheten i byarna"


@pytest.mark.parametrize(
    ("text", "language"), [("svenska", "sv"), ("suomi", "fi"), ("ruotsi", "sv"), ("3", "en"), ("English", "en")]
)
def test_a_language(text: str, language: str) -> None:
    assert value("language", text) == language


@pytest.mark.parametrize("text", ["svenska eller finska", "tyska", "9", "99999"])
def test_what_is_not_one_language(text: str) -> None:
    assert code("language", text) == "language.unreadable"


@pytest.mark.covers("V13")
@pytest.mark.parametrize(
    ("text", "choice", "rest"),
    [
        ("Ja", "yes", ""),
        ("Delvis, vi saknar kassör.", "partly", "vi saknar kassör."),
        ("Kyllä, meillä on", "yes", "meillä on"),
        ("No", "no", ""),
        ("2", "partly", ""),
    ],
)
def test_a_choice_and_more_words(text: str, choice: str, rest: str) -> None:
    assert value("FP09", text) == {"choice": choice, "text": rest}


def test_a_choice_that_is_none() -> None:
    assert code("FP09", "Vi kan mycket") == "choice.unreadable"
    assert code("FP09", "Ja " + "x" * 601) == "text.long"


@pytest.mark.covers("V27")
@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Stadgar ja, styrelse ja, revisor på gång", ("yes", "yes", "underway")),
        ("Säännöt ja hallitus kyllä, tilintarkastaja ei", ("yes", "yes", "no")),
        ("Vi har stadgar och styrelse men ingen revisor", ("yes", "yes", "no")),
        ("rules yes; board yes; auditor not yet", ("yes", "yes", "underway")),
        ("ja, nej, på gång", ("yes", "no", "underway")),
        ("ja", ("yes", "yes", "yes")),
    ],
)
def test_rules_board_and_auditor(text: str, states: tuple[str, ...]) -> None:
    assert value("triad", text) == dict(zip(("rules", "board", "auditor"), states, strict=True))


@pytest.mark.parametrize("text", ["vet inte", "stadgar ja", "1"])
def test_less_than_three_answers_is_not_enough(text: str) -> None:
    assert code("triad", text) == "triad.unreadable"


@pytest.mark.parametrize(
    ("text", "count", "roles"),
    [
        ("Två, ordförande och kassör", 2, "ordförande och kassör"),
        ("puheenjohtaja ja sihteeri", 2, "puheenjohtaja ja sihteeri"),
        ("ordföranden", 1, "ordföranden"),
        ("2", 2, ""),
    ],
)
def test_who_signs(text: str, count: int, roles: str) -> None:
    assert value("signatories", text) == {"count": count, "roles": roles}


def test_who_signs_wants_roles_and_no_names() -> None:
    assert remarks("signatories", "2") == ["signatories.roles"]
    assert code("signatories", "Förnamn") == "signatories.unreadable"


@pytest.mark.covers("V18")
def test_a_pitch_of_more_than_ten_minutes_is_remarked_on() -> None:
    text = "Ordföranden, finska; inledning 2 min, idé 5, frågor 4, hörslinga"
    parts = [{"what": "inledning", "minutes": 2}, {"what": "idé", "minutes": 5}, {"what": "frågor", "minutes": 4}]
    assert value("pitch", text) == {"who": "Ordföranden", "language": "fi", "minutes": parts, "needs": "hörslinga"}
    assert remarks("pitch", text) == ["pitch.long"]
    assert remarks("pitch", text.replace("4", "3")) == []
