"""Too few words and those that come after them are one answer; words that are enough, and a button, are not."""

import pytest

from dialogs.records.need import Need
from dialogs.records.proposal import Answer
from tests.dialogs.proposal.a_question import asked, given_to, labels, say

SHORT = "Många äldre äter ensamma"
NEED = "Gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


@pytest.mark.parametrize(
    ("then", "value"),
    [
        ("det hör vi i vår klubb", f"{SHORT}\ndet hör vi i vår klubb"),
        ("Många äldre i Gerby äter ensamma hela veckan, säger de till oss", "alone"),
        ("vet inte", "unknown"),
    ],
)
def test_a_little_more_goes_on_from_what_was_too_short(then: str, value: str) -> None:
    stage = asked("FP02")
    say(stage, SHORT)
    say(stage, then)
    kept = {"alone": then, "unknown": None}.get(value, value)
    assert given_to(stage, "FP02") == kept


def test_more_that_is_still_too_short_is_kept_with_the_rest() -> None:
    stage = asked("FP02")
    say(stage, "ensamma")
    say(stage, "i Gerby")
    assert stage.proposals["p1"].answers["FP02"] == Answer("unclear", "ensamma\ni Gerby")


@pytest.mark.parametrize("then", ["nej", "en", "no thanks", "ja", "tack"])
def test_who_wants_to_add_nothing_goes_on_and_adds_nothing(then: str) -> None:
    stage = asked("FP02")
    say(stage, SHORT)
    say(stage, then)
    kept = stage.proposals["p1"].answers["FP02"]
    assert (kept, stage.sessions[101, 101].place) == (Answer("unclear", SHORT), "proposal.summary")


def test_a_whole_text_on_a_button_takes_the_place_of_a_beginning() -> None:
    stage = asked("FP02", need=Need(NEED))
    say(stage, "ensamma")
    say(stage, "Använd det jag skrev")
    assert given_to(stage, "FP02") == NEED


def test_the_choice_that_is_missing_is_one_press_away_and_comes_before_the_words() -> None:
    stage = asked("FP09")
    say(stage, "vi har tre kockar")
    assert labels(stage)[:3] == ["Ja", "Delvis", "Nej"]
    say(stage, "och en förening som hämtar folk")
    say(stage, "delvis")
    assert given_to(stage, "FP09") == {
        "choice": "partly",
        "text": "vi har tre kockar\noch en förening som hämtar folk",
    }


def test_a_choice_with_words_of_its_own_stands_for_itself() -> None:
    stage = asked("FP09")
    say(stage, "vi har tre kockar")
    say(stage, "Ja, en kock till kommer i maj")
    assert given_to(stage, "FP09") == {"choice": "yes", "text": "en kock till kommer i maj"}
