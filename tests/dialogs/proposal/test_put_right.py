"""An answer that is put right in the next breath, in three languages; other words stay what they are."""

from datetime import timedelta

import pytest

from dialogs.conversation.session import Session
from dialogs.proposal.put_right import right_words
from dialogs.records.proposal import Answer, Proposal
from tests.dialogs.proposal.a_question import asked, given_to, say
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

RENT = [{"what": "vuokra", "sum": 1200}, {"what": "ruoka", "sum": 300}]
ROWS = {"FP07": Answer("given", "vuokra: 1 200 €\nruoka: 300 €", RENT)}
LAST = [RENT[0], {"what": "ruoka", "sum": 3000}]
FIRST = [{"what": "vuokra", "sum": 1300}, RENT[1]]
PUT_RIGHT = {
    "fi ei kun 3000": LAST,
    "fi eiku ruoka 3 000": LAST,
    "fi ei, 3000": LAST,
    "fi siihen pitää tulla 3000 €": LAST,
    "fi ei kun vuokra 1300": FIRST,
    "fi vaihda vuokra 1 300": FIRST,
    "fi eikun kahvit 80": [RENT[0], {"what": "kahvit", "sum": 80}],
    "sv nej, 3000": LAST,
    "sv nej jag menade 3 000": LAST,
    "sv ändra vuokran till 1300": FIRST,
    "en no, I meant 3000": LAST,
    "en sorry, 3000": LAST,
    "en change vuokra to 1300": FIRST,
}
ADDED = {
    "fi ei palkkoja, matkat 90": [*RENT, {"what": "ei palkkoja, matkat", "sum": 90}],
    "sv nej tack till kaffe 90": [*RENT, {"what": "nej tack till kaffe", "sum": 90}],
    "fi muuta 90": [*RENT, {"what": "muuta", "sum": 90}],
}


@pytest.mark.parametrize(("said", "rows"), [*PUT_RIGHT.items(), *ADDED.items()])
def test_a_row_of_money(said: str, rows: list[object]) -> None:
    language, _, text = said.partition(" ")
    stage = asked("FP07", dict(ROWS), language)
    say(stage, text)

    assert given_to(stage, "FP07") == rows


@pytest.mark.parametrize(
    ("field", "former", "value", "text", "expected"),
    [
        ("FP13", "FP12", [{"year": None, "sum": 3000}], "ei kun 3500", [{"year": None, "sum": 3500}]),
        ("FP13", "FP12", [{"year": None, "sum": 3000}], "nej, 3500", [{"year": None, "sum": 3500}]),
        ("FP14", "FP13", 12, "eiku puolitoista vuotta", 18),
        ("FP14", "FP13", 12, "I meant 18 months", 18),
        ("FP10", "FP09", {"choice": "yes", "text": ""}, "eiku osittain", {"choice": "partly", "text": ""}),
        ("FP08", "FP07", RENT, "ei kun ruoka 3000", LAST),
    ],
)
def test_the_answer_to_the_question_before(field: str, former: str, value: object, text: str, expected: object) -> None:
    stage = asked(field, {former: Answer("given", "?", value)}, "fi")
    stage.sessions[101, 101] = stage.sessions[101, 101].but(ways=())
    say(stage, text)

    assert (given_to(stage, former), stage.sessions[101, 101].asking) == (expected, field)
    assert field not in stage.proposals["p1"].answers


def test_an_answer_of_its_own_is_put_right_where_it_is_asked_again() -> None:
    stage = asked("FP13", {"FP12": Answer("given", "1", [{"year": None, "sum": 1}]), "FP13": Answer("given", "12", 12)})
    say(stage, "nej jag menade 18")

    assert (given_to(stage, "FP12"), given_to(stage, "FP13")) == ([{"year": None, "sum": 1}], 18)


@pytest.mark.parametrize(
    ("field", "text"), [("FP13", "nej, 24"), ("FP09", "nej, vi saknar kassör"), ("FP14", "ei ketään")]
)
def test_words_that_answer_the_question_in_hand_are_its_answer(field: str, text: str) -> None:
    stage = asked(field, {"FP12": Answer("given", "1", [{"year": None, "sum": 1}]), "FP13": Answer("given", "12", 12)})
    stage.proposals["p1"] = stage.proposals["p1"].but(
        answers={key: item for key, item in stage.proposals["p1"].answers.items() if key != field}
    )
    say(stage, text)

    assert (given_to(stage, "FP12"), field in stage.proposals["p1"].answers) == ([{"year": None, "sum": 1}], True)


RIGHT = {
    "nej, jag menade 12 000": "12 000",
    "Förlåt, jag menade i Böle": "i Böle",
    "RÄTTELSE: Soppa på Brändö": "Soppa på Brändö",
    "oj, det ska stå mars": "mars",
    "no, I meant Friday": "Friday",
    "Sorry - it should say 40": "40",
    "eiku tarkoitin maaliskuuta": "maaliskuuta",
    "korjaus: 500": "500",
}
NOTHING_PUT_RIGHT = (
    "Det ska vara öppet för alla",
    "nej",
    "jag menade",
    "Vi vill att det ska stå ett bord där",
    "the board meant well",
    "tarkoitus on auttaa",
    "Oikaisu tuli myöhässä",
    "Rättelse av texter på lätt svenska",
    "jag skulle skriva en uppsats om ensamhet",
    "",
)
ROW = {"what": "hyra", "sum": 6000}


def filled(*words: str, asking: str = "FP01", answers: dict[str, Answer] | None = None) -> Stage:
    """A stage where questions are asked one after the other from a given one on, and some words were typed."""
    stage = Stage(world(), at("2023-09-01T06:00"))
    stage.proposals["p1"] = Proposal("p1", 101, "vasa", "2023", "sv", answers or {})
    stage.sessions[101, 101] = Session(101, 101, "sv", "vasa", "proposal.ask", proposal="p1", asking=asking)
    for text in words:
        stage.now += timedelta(minutes=1)
        say(stage, text)
    return stage


def asked_now(stage: Stage) -> str:
    return stage.sessions[101, 101].asking


@pytest.mark.parametrize(("text", "right"), RIGHT.items())
def test_what_is_right_stands_behind_the_words_for_it(text: str, right: str) -> None:
    assert right_words(text) == right


@pytest.mark.parametrize("text", NOTHING_PUT_RIGHT)
def test_other_words_put_nothing_right(text: str) -> None:
    assert right_words(text) == ""


def test_the_answer_before_is_put_right_and_the_same_is_asked_again() -> None:
    stage = filled("Soppa för alla", "nej, jag menade Soppa på Brändö")
    assert (given_to(stage, "FP01"), asked_now(stage)) == ("Soppa på Brändö", "FP02")


@pytest.mark.parametrize("text", ["nej, 7000", "jag menade 7 000 €", "det ska stå 7000", "hups, piti olla 7000"])
def test_a_number_takes_the_place_of_the_number_of_the_last_row(text: str) -> None:
    stage = filled("material 500", "hyra 6000", text, asking="FP07")
    assert given_to(stage, "FP07") == [{"what": "material", "sum": 500}, {"what": "hyra", "sum": 7000}]
    assert asked_now(stage) == "FP07"


def test_words_take_the_place_of_the_last_row() -> None:
    stage = filled("40 äldre har sällskap varje vecka", "actually 50", asking="FP05")
    assert given_to(stage, "FP05") == ["50 äldre har sällskap varje vecka"]
    say(stage, "nej, jag menade unga som lagar mat")
    assert given_to(stage, "FP05") == ["unga som lagar mat"]


def test_a_list_that_was_left_is_still_put_right() -> None:
    before_it = {f"FP0{number}": Answer("skipped", "") for number in range(1, 7)}
    stage = filled("hyra 6000", "klart", "förlåt, jag menade 7000", asking="FP07", answers=before_it)
    assert (given_to(stage, "FP07"), asked_now(stage)) == ([{"what": "hyra", "sum": 7000}], "FP08")


def test_a_longer_text_is_not_lost_for_a_few_words() -> None:
    story = "Många äldre i Gerby äter ensamma varje dag. Vi hör det på vår träff."
    stage = filled("Soppa för alla", story, "nej, jag menade i Böle")
    assert (given_to(stage, "FP02"), asked_now(stage)) == (story, "FP02")


def test_with_nothing_before_it_only_what_is_right_is_the_answer() -> None:
    assert given_to(filled("jag menade Soppköket"), "FP01") == "Soppköket"


def test_a_no_with_a_number_is_an_answer_where_no_list_is_being_filled() -> None:
    assert given_to(filled("nej, 7000", asking="FP07"), "FP07") != [ROW]
