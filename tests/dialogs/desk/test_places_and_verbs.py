"""The desk's places and buttons in the tables of everyone: they are of use in a staff group, and nowhere else."""

import pytest

from dialogs.conversation.session import Session
from dialogs.desk import places_and_verbs
from dialogs.step import PLACES, VERBS
from tests.stages.staff_answer import CASE, SESSION
from tests.stages.standing import standing


def test_the_desk_s_places_and_buttons_stand_among_everyones() -> None:
    assert dict(places_and_verbs.PLACES).items() <= dict(PLACES).items()
    assert dict(places_and_verbs.VERBS).items() <= dict(VERBS).items()


@pytest.mark.parametrize("place", places_and_verbs.PLACES)
def test_whoever_would_stand_at_the_desk_in_a_private_chat_begins_anew(place: str) -> None:
    turn = standing(Session(101, 101, "sv", "vasa", place, case="K7WM4"), case=CASE)
    for outcome in (places_and_verbs.PLACES[place].ask(turn), places_and_verbs.PLACES[place].said(turn, "hej")):
        assert (outcome.session.place, outcome.effects) == ("start", ())


@pytest.mark.parametrize("verb", {**places_and_verbs.OF_A_CASE, **places_and_verbs.OF_A_DRAFT})
@pytest.mark.parametrize(("staff", "case"), [("", CASE), ("vaxjo", CASE), ("vasa", None)])
def test_a_button_about_a_case_of_another_group_or_none_changes_nothing(verb: str, staff: str, case: object) -> None:
    turn = standing(SESSION, case=CASE if case else None, staff=staff)
    outcome = places_and_verbs.VERBS[verb](turn, "K7WM4 d1")
    assert (outcome.session, outcome.effects) == (turn.session, ())
    assert outcome.replies[0].text.startswith("Jag hittar inte det ärendet i den här gruppen.")


def test_only_an_answer_under_way_takes_the_words_of_its_writer() -> None:
    assert {name: place.words.name for name, place in places_and_verbs.PLACES.items()} == {
        "desk": "CHOICE",
        "desk.write": "ANSWER",
        "desk.canned": "ANSWER",
        "desk.closing": "ANSWER",
        "desk.way": "ANSWER",
        "desk.way_own": "ANSWER",
        "desk.agree_write": "ANSWER",
        "desk.round": "CHOICE",
        "desk.round_choose_way": "ANSWER",
        "desk.round_write": "ANSWER",
        "desk.round_preview": "CHOICE",
        "desk.preview": "ANSWER",
        "desk.reopen": "ANSWER",
        "desk.snooze": "CHOICE",
        "desk.decide_by": "CHOICE",
        "desk.ask_which": "ANSWER",
        "desk.ask_write": "ANSWER",
        "desk.ask_preview": "ANSWER",
        "desk.call": "CHOICE",
        "desk.call_preview": "CHOICE",
        "desk.call_write": "ANSWER",
        "desk.pitch": "CHOICE",
        "desk.pitch_write": "ANSWER",
    }


@pytest.mark.parametrize("verb", sorted(set(places_and_verbs.VERBS) - {"language"}))
def test_no_button_of_the_desk_does_anything_in_a_private_chat(verb: str) -> None:
    turn = standing(Session(101, 101, "sv", "vasa"), cases=(CASE,))
    assert places_and_verbs.VERBS[verb](turn, "on").effects == ()
