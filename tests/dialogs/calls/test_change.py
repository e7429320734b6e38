"""What is typed for a call is read or refused with what is expected, and what cannot be is said."""

from dataclasses import replace

import pytest

from dialogs.calls import change
from dialogs.calls.change import Unread, following, moment_said, problem, read, warnings
from dialogs.conversation.events import Said, Sender
from dialogs.conversation.session import Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.records.staff.call import NO_PITCH, Call, CallState
from dialogs.step import PLACES
from knowledge.language import Language
from tests.stages.called import VASA
from tests.stages.in_memory import STAFF
from tests.stages.outage import here
from tests.stages.standing import world

NO_CLOCK, NO_DAY = Unread("calls.no_clock"), Unread("calls.no_day")


def at_the_desk(*calls: Call) -> Turn:
    seen = World({"vasa": VASA}, world().lexicon, calls=calls)
    event = Said(Sender(STAFF, 201, "Nora", "sv", staff="vasa", private=False), "?", 1)
    return Turn(Session(STAFF, 201, "sv", "vasa"), event, seen, here(VASA, "2026-10-28T15:30"), Snapshot(), PLACES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30.10.2026 15.45", "2026-10-30T15:45"),
        ("fredag 30.10. kl. 15:45", "2026-10-30T15:45"),
        ("30 oktober klockan 15.45", "2026-10-30T15:45"),
        ("2026-10-30 15:45", "2026-10-30T15:45"),
        ("22.10.2027 08.00", "2027-10-22T08:00"),
        ("30.10.2026", NO_CLOCK),
        ("i övermorgon", NO_CLOCK),
        ("kl. 15.45", NO_DAY),
        ("30.10 eller 31.10 kl. 15.45", NO_DAY),
        ("31.11.2026 15.45", NO_DAY),
        # The clocks of Vasa go forward at three, and back at four.
        ("28.3.2027 03.30", Unread("calls.not_one_moment")),
        ("31.10.2027 03.30", Unread("calls.not_one_moment")),
    ],
)
def test_a_day_and_a_time_are_read_as_people_write_them(text: str, found: str | Unread) -> None:
    assert moment_said(at_the_desk(), text) == found


def test_a_pitch_can_be_none_and_a_place_is_short() -> None:
    turn = at_the_desk()
    assert read(turn, "pitch", "Ingen pitch") == NO_PITCH
    assert read(turn, "deadline", "Ingen pitch") == NO_CLOCK
    assert read(turn, "place", "  Stadshuset,\n sal 2 ") == "Stadshuset, sal 2"
    assert read(turn, "place", "x" * 121) == Unread("calls.place_too_long")


@pytest.mark.parametrize(
    ("call", "what", "why"),
    [
        (Call("vasa", "spring", deadline="2026-10-28T15:45"), "deadline", ""),
        (Call("vasa", "spring", deadline="2026-10-28T15:30"), "deadline", "calls.deadline_past"),
        (Call("vasa", "spring", deadline="2026-11-10T15:45"), "deadline", ""),
        (Call("vasa", "spring", pitch="2026-10-28T09:00"), "pitch", "calls.pitch_before"),
        (Call("vasa", "spring", opens="2026-10-29T09:00"), "opens", "calls.opens_after"),
        (Call("vasa", "new", state=CallState.OPEN, names=(("sv", "Ny"),)), "state", "calls.needs_deadline"),
        (Call("vasa", "new", state=CallState.OPEN, deadline="2027-10-28T15:45"), "state", ""),
        (Call("vasa", "spring", state=CallState.CLOSED), "state", ""),
    ],
)
def test_what_cannot_be_is_told_before_anything_changes(call: Call, what: str, why: str) -> None:
    assert problem(at_the_desk(), call, what) == why


def test_what_is_unusual_is_allowed_with_a_word() -> None:
    around = VASA.rounds[0]
    christmas = replace(around, deadline=here(VASA, "2026-12-24T23:59").astimezone(VASA.zone))
    assert warnings(VASA, around, "deadline") == []
    assert warnings(VASA, christmas, "deadline") == ["holiday", "hour", "pitch"]


def test_the_next_call_has_the_names_of_the_last_one_and_none_of_its_dates() -> None:
    turn = at_the_desk()
    call = following(turn)
    assert call is not None
    assert (call.round, dict(call.names)["sv"], call.state) == ("spring-2027", "Hösten 2027", CallState.PREPARED)
    assert (call.opens, call.deadline, call.pitch, call.minutes) == ("", "", "", 10)
    assert following(at_the_desk(call)) is None
    assert change.name_of(at_the_desk(call), "spring-2027") == "Hösten 2027"
    nameless = replace(VASA, rounds=(replace(VASA.rounds[0], name={Language.SV: "Höst"}),), languages=(Language.SV,))
    other = following(replace(turn, world=World({"vasa": nameless}, world().lexicon)))
    assert other is not None
    assert other.names == (("sv", "Höst 2027"),)
