"""A button that is pressed before it is noted what the changed message now offers does what it says, or nothing."""

from typing import Any

import pytest
from telegram.error import BadRequest

from bot.receiving.poller import in_order
from bot.telegram.refusal import missing, sorted_refusal, unchanged
from bot.telegram.translate import BotIdentity, translate
from bot.turns.case_meant import references_named
from dialogs.conversation.events import Chose
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Session

NAVIGATOR = {"id": 201, "first_name": "Nora"}
DESK = {"id": -5, "type": "supergroup"}


def pressed(*labels: str, data: str) -> dict[str, Any]:
    keyboard = [[{"text": label, "callback_data": f"p{index}"}] for index, label in enumerate(labels)]
    message = {"message_id": 9, "chat": DESK, "text": "K7WM4 · Kök\nny", "reply_markup": {"inline_keyboard": keyboard}}
    return {"callback_query": {"id": "1", "from": NAVIGATOR, "data": data, "message": message}}


def test_a_press_carries_what_the_button_said() -> None:
    event = translate(pressed("Ta ärendet", "Svara", data="p1"), BotIdentity("lots_bot", {-5: "vasa"}))

    assert isinstance(event, Chose)
    assert (event.label, event.index, event.heading) == ("Svara", 1, "K7WM4 · Kök")


def test_a_press_of_a_message_that_is_not_noted_yet_names_the_case_of_its_first_line() -> None:
    event = translate(pressed("Ta ärendet", data="p0"), BotIdentity("lots_bot", {-5: "vasa"}))
    session = Session(-5, 201, offers=(Offer("Skicka", Action("desk.send", "C8RV2")),))

    assert isinstance(event, Chose)
    assert references_named(event, session, None) == ["K7WM4"]


def test_updates_that_come_out_of_order_are_put_back_unless_the_count_began_anew() -> None:
    def numbered(*numbers: int) -> list[dict[str, int]]:
        return [{"update_id": number} for number in numbers]

    assert in_order(numbered(12, 10, 11)) == numbered(10, 11, 12)
    assert in_order(numbered(100_000_012, 7, 8)) == numbered(100_000_012, 7, 8)


@pytest.mark.parametrize(
    ("words", "known"),
    [("message is not modified: specified new ...", (True, False)), ("message to edit not found", (False, True))],
)
def test_the_words_of_a_refusal_are_known_as_the_library_writes_them(words: str, known: tuple[bool, bool]) -> None:
    refusal = sorted_refusal(BadRequest(f"Bad Request: {words}"))

    assert (unchanged(refusal), missing(refusal)) == known
