"""Which case an event is about: of the message, the button, the words or the session."""

import pytest

from bot.telegram.translate import BotIdentity, translate
from bot.turns.about.case_meant import lists_cases, references_named, searches_cases
from dialogs.conversation.events import Chose, Commanded, Event, Said, Sender, Unreadable
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Post, Session
from dialogs.records.attachment import Attachment
from tests.bot.telegram.test_translate import pressed


def test_a_press_of_a_message_that_is_not_noted_yet_names_the_case_of_its_first_line() -> None:
    event = translate(pressed("Ta ärendet", data="p0"), BotIdentity("lots_bot", {-5: "vasa"}))
    session = Session(-5, 201, offers=(Offer("Skicka", Action("desk.send", "C8RV2")),))

    assert isinstance(event, Chose)
    assert references_named(event, session, None) == ["K7WM4"]


def test_a_reference_alone_at_a_desk_is_known_with_signs_that_look_alike() -> None:
    nora, anna = Sender(-5, 201, staff="vasa", private=False), Sender(101, 101)
    assert references_named(Said(nora, "k1-wm4", 7), Session(-5, 201), None) == ["K7WM4"]
    assert references_named(Commanded(nora, "case", "#k7wm4"), Session(-5, 201), None) == ["K7WM4"]
    assert references_named(Said(anna, "k1-wm4", 7), Session(101, 101), None) == []


FOUND = Offer("Visa nästa", Action("desk.found", "8 kör"))
LISTED = Offer("Visa nästa", Action("desk.page", "8"))
NORA = Sender(-5, 201, staff="vasa", private=False)
PRESS = Chose(NORA, 0, 0, 9, pushed=True)


@pytest.mark.parametrize(
    ("event", "offers", "lists", "searches"),
    [
        (Commanded(NORA, "desk", ""), (), True, False),
        (Commanded(NORA, "desk", "kör"), (), True, True),
        (Commanded(NORA, "find", "kör"), (), True, True),
        (Commanded(NORA, "help", "kör"), (), True, False),
        (Said(NORA, "nästa", 7), (LISTED,), True, False),
        (Said(NORA, "nästa", 7), (FOUND,), False, True),
        (Said(NORA, "vi ses", 7), (FOUND, LISTED), False, False),
        (PRESS, (LISTED,), True, False),
        (PRESS, (FOUND,), False, True),
    ],
)
def test_the_open_cases_or_the_newest_are_read_only_where_a_list_is_asked_for(
    event: Event, offers: tuple[Offer, ...], *, lists: bool, searches: bool
) -> None:
    session, post = Session(-5, 201, offers=offers), Post("desk", offers)
    assert (lists_cases(event, session, post), searches_cases(event, session, post)) == (lists, searches)


def test_a_file_for_a_decision_for_several_needs_them_all() -> None:
    file, alone = Attachment("document", "f"), Session(-5, 201)
    seen = alone.but(place="desk.round_preview")
    assert lists_cases(Unreadable(NORA, "document", 7, file), seen, None)
    assert not lists_cases(Unreadable(NORA, "document", 7, file), alone, None)
    assert not lists_cases(Unreadable(NORA, "sticker", 7), seen, None)
