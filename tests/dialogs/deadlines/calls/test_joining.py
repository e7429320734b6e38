"""What navigators say of a round goes before the pack, date by date; what they do not say stays the pack's."""

from dataclasses import replace

from dialogs.deadlines.calls.joining import as_set, joined, joined_packs
from dialogs.records.staff.call import NO_PITCH, Call, CallState
from knowledge.language import Language
from knowledge.municipality.pack import Status
from knowledge.reminders.rung import Late
from tests.stages.called import VASA
from tests.stages.outage import here

ROUND = VASA.rounds[0]
NEW = Call("vasa", "next", CallState.OPEN, (("sv", "Nästa"),), deadline="2027-10-28T15:45", minutes=8)


def test_only_what_was_said_is_changed() -> None:
    call = Call("vasa", "spring", deadline="2026-10-30T12:00", place="Stadshuset", late="firm")
    moved = here(VASA, "2026-10-30T12:00").astimezone(VASA.zone)
    (around,) = joined(VASA, (call,)).rounds
    assert around == replace(ROUND, deadline=moved, place="Stadshuset", late=Late.FIRM)
    assert joined(VASA, ()) is VASA


def test_a_round_is_open_only_by_a_persons_word_and_the_clocks() -> None:
    states = {state: joined(VASA, (Call("vasa", "spring", state),)).rounds[0] for state in CallState}
    early, late = here(VASA, "2026-10-28T15:45"), here(VASA, "2026-10-28T15:46")
    opened = {state.value: (item.is_open(early), item.is_open(late)) for state, item in states.items()}
    assert opened == {"prepared": (False, False), "open": (True, False), "closed": (False, False)}


def test_a_pitch_can_be_taken_away() -> None:
    assert joined(VASA, (Call("vasa", "spring", pitch=NO_PITCH),)).rounds[0].pitch is None


def test_a_new_round_is_none_before_it_is_opened_but_its_desk_sees_it() -> None:
    prepared = NEW.but(state=CallState.PREPARED)
    assert joined(VASA, (prepared,)).rounds == VASA.rounds
    seen = as_set(VASA, prepared)
    assert seen is not None
    assert (seen.name, seen.status, seen.pitch_minutes) == ({Language.SV: "Nästa"}, Status.UNVERIFIED, 8)
    assert as_set(VASA, prepared.but(deadline="")) is None
    assert [item.id for item in joined(VASA, (NEW,)).rounds] == ["spring", "next"]


def test_calls_change_the_rounds_of_their_own_municipality_alone() -> None:
    packs = joined_packs({"vasa": VASA}, [NEW, NEW.but(municipality="elsewhere", round="other")])
    assert [item.id for item in packs["vasa"].rounds] == ["spring", "next"]
