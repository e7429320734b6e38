"""Which case an event is about: of the message, the button, the words or the session."""

from bot.telegram.translate import BotIdentity, translate
from bot.turns.case_meant import references_named
from dialogs.conversation.events import Chose
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Session
from tests.bot.telegram.test_translate import pressed


def test_a_press_of_a_message_that_is_not_noted_yet_names_the_case_of_its_first_line() -> None:
    event = translate(pressed("Ta ärendet", data="p0"), BotIdentity("lots_bot", {-5: "vasa"}))
    session = Session(-5, 201, offers=(Offer("Skicka", Action("desk.send", "C8RV2")),))

    assert isinstance(event, Chose)
    assert references_named(event, session, None) == ["K7WM4"]
