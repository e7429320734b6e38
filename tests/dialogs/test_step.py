"""The door of the conversation: every place answers every words, and no room takes what is another's."""

import pytest

from dialogs.conversation.events import FORGED, Said, Unreadable
from dialogs.desk import places_and_verbs as desk_room
from dialogs.step import COMMANDS, PLACES, ROOMS, VERBS
from tests.dialogs.test_laws import HOSTILE, ONLY_VASA, SENDER, _at, a_stage, keeps_the_laws, with_a_draft
from tests.stages.moments import HER, NEED, Chat


def test_no_room_takes_a_place_a_button_or_a_command_of_another() -> None:
    rooms = (*ROOMS, desk_room)
    assert sum(len(room.PLACES) for room in rooms) == len(PLACES)
    assert sum(len(room.VERBS) for room in rooms) == len(VERBS) - len({"go", "stay"})
    assert sum(len(room.COMMANDS) for room in ROOMS) == len(COMMANDS)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", sorted(PLACES))
def test_hostile_words_are_answered_everywhere(place: str, text: str) -> None:
    begun, stage = with_a_draft(), a_stage(ONLY_VASA)
    stage.sessions[101, 101] = _at(begun.sessions[101, 101], place)
    stage.proposals, stage.reminders = dict(begun.proposals), dict(begun.reminders)
    stage.take(Said(SENDER, text, 9))
    assert stage.chats[101]
    keeps_the_laws(stage)


def test_a_press_that_no_button_has_made_leaves_the_buttons_good() -> None:
    chat = Chat()
    chat.walk(NEED)
    chat.stage.take(Unreadable(HER, FORGED, 99_999))
    chat.walk("[Ja, ensamhet]")
    assert chat.session.place == "office"
