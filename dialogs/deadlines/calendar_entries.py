"""The dates of the rounds ahead as a file for one's own calendar: the last day, and the pitch at one's own time.

A date that moves is told by Lots; the file that is fetched then takes the place of the older one in the calendar.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dialogs.conversation import statements
from dialogs.conversation.effects import SendCalendar
from dialogs.conversation.own_proposals import title
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.letters.calendar_file import CalendarEntry, CalendarFile
from dialogs.records.proposal import Proposal
from dialogs.records.staff.call import subject_of
from knowledge.municipality.pack import Round
from knowledge.reminders.slot import slot_of

BEFORE = timedelta(minutes=30)
"""How long the entry of a last day is: it ends at the very minute, so that nobody reads its beginning as the end."""


def way(turn: Turn) -> tuple[Offer, ...]:
    """The button that fetches the file, where there is a date ahead."""
    return (turn.offer("dates.calendar", "calendar"),) if any(_entries(turn)) else ()


def fetch(turn: Turn, _argument: str = "") -> Outcome:
    """Send the file with every date ahead, or say that there is none. The open question stays as it is."""
    entries = tuple(_entries(turn))
    if not entries:
        return turn.aside(turn.say("dates.nothing_ahead"))
    made = CalendarFile(turn.plain("dates.calendar_file"), entries, turn.now)
    sending = SendCalendar(made, turn.session.chat, statements.of_files(turn, once=f"calendar:{turn.now.isoformat()}"))
    return Outcome(turn.session, (Reply(turn.say("dates.calendar_sent")),), (sending,))


def _entries(turn: Turn) -> Iterator[CalendarEntry]:
    for around in turn.home.rounds:
        own = [one for one in turn.snapshot.proposals if one.round == around.id]
        if not (own or around.is_open(turn.now)):
            continue
        if turn.now < around.deadline:
            yield _last_day(turn, around)
        yield from _pitches(turn, around, own)


def _last_day(turn: Turn, around: Round) -> CalendarEntry:
    return CalendarEntry(
        _uid(turn, around, "deadline"),
        _in_utc(around.deadline - BEFORE),
        _in_utc(around.deadline),
        turn.plain("dates.entry_deadline", name=turn.words(around.name)),
        turn.plain("dates.entry_deadline_text", at=around.deadline, place=turn.words(turn.home.place_time)),
        busy=False,
    )


def _pitches(turn: Turn, around: Round, own: list[Proposal]) -> Iterator[CalendarEntry]:
    """The own time of each proposal that has one, else the hour at which the pitch begins."""
    slots = [(one, slot) for one in own if (slot := slot_of(around.slots, one.id))]
    for one, slot in slots:
        yield _pitch(turn, around, (slot.at, slot.until), own=one)
    if not slots and around.pitch is not None:
        yield from _begin_of(turn, around, around.pitch)


def _begin_of(turn: Turn, around: Round, begins: datetime) -> Iterator[CalendarEntry]:
    if turn.now < begins:
        yield _pitch(turn, around, (begins, begins + timedelta(minutes=around.pitch_minutes)))


def _pitch(turn: Turn, around: Round, times: tuple[datetime, datetime], own: Proposal | None = None) -> CalendarEntry:
    name = title(turn, own) if own else turn.words(around.name)
    text = "dates.entry_slot_text" if own else "dates.entry_pitch_text"
    return CalendarEntry(
        _uid(turn, around, f"pitch-{own.id}" if own else "pitch"),
        _in_utc(times[0]),
        _in_utc(times[1]),
        turn.plain("dates.entry_pitch", name=name),
        turn.plain(text, at=times[0], place=turn.words(turn.home.place_time), minutes=around.pitch_minutes),
        around.place,
    )


def _uid(turn: Turn, around: Round, what: str) -> str:
    return f"{subject_of(turn.home.id, around.id)}-{what}@lots".replace(":", "-")


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)
