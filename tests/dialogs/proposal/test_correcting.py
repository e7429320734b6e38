"""Words that put right what was answered just before."""

from datetime import timedelta

import pytest

from dialogs.conversation.session import Session
from dialogs.proposal.correcting import right_words
from dialogs.records.proposal import Answer, Proposal
from tests.dialogs.proposal.a_question import given_to, say
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

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


def asking(stage: Stage) -> str:
    return stage.sessions[101, 101].asking


@pytest.mark.parametrize(("text", "right"), RIGHT.items())
def test_what_is_right_stands_behind_the_words_for_it(text: str, right: str) -> None:
    assert right_words(text) == right


@pytest.mark.parametrize("text", NOTHING_PUT_RIGHT)
def test_other_words_put_nothing_right(text: str) -> None:
    assert right_words(text) == ""


def test_the_answer_before_is_put_right_and_the_same_is_asked_again() -> None:
    stage = filled("Soppa för alla", "nej, jag menade Soppa på Brändö")
    assert (given_to(stage, "FP01"), asking(stage)) == ("Soppa på Brändö", "FP02")


@pytest.mark.parametrize("text", ["nej, 7000", "jag menade 7 000 €", "det ska stå 7000", "hups, piti olla 7000"])
def test_a_number_takes_the_place_of_the_number_of_the_last_row(text: str) -> None:
    stage = filled("material 500", "hyra 6000", text, asking="FP07")
    assert given_to(stage, "FP07") == [{"what": "material", "sum": 500}, {"what": "hyra", "sum": 7000}]
    assert asking(stage) == "FP07"


def test_words_take_the_place_of_the_last_row() -> None:
    stage = filled("40 äldre har sällskap varje vecka", "actually 50", asking="FP05")
    assert given_to(stage, "FP05") == ["50 äldre har sällskap varje vecka"]
    say(stage, "nej, jag menade unga som lagar mat")
    assert given_to(stage, "FP05") == ["unga som lagar mat"]


def test_a_list_that_was_left_is_still_put_right() -> None:
    before_it = {f"FP0{number}": Answer("skipped", "") for number in range(1, 7)}
    stage = filled("hyra 6000", "klart", "förlåt, jag menade 7000", asking="FP07", answers=before_it)
    assert (given_to(stage, "FP07"), asking(stage)) == ([{"what": "hyra", "sum": 7000}], "FP08")


def test_a_longer_text_is_not_lost_for_a_few_words() -> None:
    story = "Många äldre i Gerby äter ensamma varje dag. Vi hör det på vår träff."
    stage = filled("Soppa för alla", story, "nej, jag menade i Böle")
    assert (given_to(stage, "FP02"), asking(stage)) == (story, "FP02")


def test_with_nothing_before_it_only_what_is_right_is_the_answer() -> None:
    assert given_to(filled("jag menade Soppköket"), "FP01") == "Soppköket"


def test_a_no_with_a_number_is_an_answer_where_no_list_is_being_filled() -> None:
    assert given_to(filled("nej, 7000", asking="FP07"), "FP07") != [ROW]
