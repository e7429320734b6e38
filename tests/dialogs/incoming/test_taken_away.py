"""A pack that was taken away while drafts and cases of it are open: told once, nothing lost, nobody stopped."""

from dataclasses import replace

import pytest

from dialogs.conversation.events import Chose, Commanded, Event, ReminderDue, Returned, Said, Sender, Unreadable
from dialogs.conversation.session import Outcome, Post, Session, Snapshot
from dialogs.conversation.world import World
from dialogs.records.reminder import Reminder
from dialogs.step import PLACES, step
from tests.stages.in_memory import at
from tests.stages.standing import STAFF, world
from tests.storage.building import a_case, a_proposal

NOW = at("2023-09-01T06:00")
ANNA = Sender(1, 1, "Anna", "sv")
WITHOUT_VASA = replace(world(), packs={name: pack for name, pack in world().packs.items() if name != "vasa"})
ALONE = replace(world(), packs={"vaxjo": world().packs["vaxjo"]})
DRAFT, CASE = a_proposal("p1"), a_case("K7WM4", version=1)
KEPT = Snapshot("P3QX9", "p9", (DRAFT,), (CASE,), CASE, Post("K7WM4", ()), {"vasa": STAFF})
GONE = "Den kommun som det gäller tar inte längre emot något här."
EVENTS = (
    Said(ANNA, "hej", 1),
    Commanded(ANNA, "proposals", "", 1),
    Commanded(ANNA, "delete", "", 1),
    Commanded(ANNA, "dates", "", 1),
    Chose(ANNA, 0, 0, 1),
    Chose(ANNA, 0, 0, 1, pushed=True),
    Unreadable(ANNA, "photo", 1),
    Returned(ANNA),
    ReminderDue(ANNA, (Reminder("p1:day", 1, "draft-day", "p1", NOW, "2023-09-15T09:00", "2023-09-15T15:45"),)),
    ReminderDue(ANNA, (Reminder("K7WM4:x", 1, "desk-late", "K7WM4", NOW, "", ""),)),
)


def said(event: Event, session: Session, packs: World = WITHOUT_VASA, snapshot: Snapshot = KEPT) -> Outcome:
    return step(session, event, packs, NOW, snapshot)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_nobody_is_stopped_wherever_they_stand(place: str) -> None:
    session = Session(1, 1, "sv", place=place, municipality="vasa", proposal="p1", case="K7WM4", asking="FP01")
    for packs in (WITHOUT_VASA, ALONE):
        for event in EVENTS:
            said(event, session, packs)


def test_words_are_answered_with_what_can_be_done_and_the_choice_of_another() -> None:
    told = said(Said(ANNA, "gubbarna sitter hemma", 1), Session(1, 1, "sv", place="proposal.ask", municipality="vasa"))
    assert GONE in told.replies[0].text
    assert (told.session.place, told.session.municipality, told.effects) == ("municipality", "", ())
    again = said(Said(ANNA, "hej", 2), told.session, snapshot=Snapshot("P3QX9", "p9"))
    assert GONE not in again.replies[0].text


def test_distress_is_heard_before() -> None:
    told = said(Said(ANNA, "jag orkar inte leva längre", 1), Session(1, 1, "sv", place="start", municipality="vasa"))
    assert GONE not in told.replies[0].text


def test_lists_say_that_something_is_left_out_of_them() -> None:
    listed = said(Commanded(ANNA, "proposals", "", 1), Session(1, 1, "sv", municipality="vaxjo"))
    assert GONE in listed.replies[0].text
    assert said(Commanded(ANNA, "dates", "", 1), Session(1, 1, "sv", municipality="vaxjo")).session.place == "start"


def test_its_desk_is_a_group_like_any_other() -> None:
    nora = Sender(STAFF, 201, "Nora", "sv", staff="vasa", private=False)
    assert said(Said(nora, "ett svar", 1), Session(STAFF, 201, "sv", place="desk.write", case="K7WM4")).replies == ()
