"""The dates of the rounds ahead as a file for one's own calendar: the last day, and the pitch at one's own time.

When a date that somebody has fetched moves or falls away, the news of it bring a file that takes the place of the
older one in the calendar.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from dialogs.conversation import statements
from dialogs.conversation.effects import SendCalendar
from dialogs.conversation.own_proposals import title
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn
from dialogs.records.letters.calendar_file import CalendarEntry, CalendarFile
from dialogs.records.proposal import Proposal
from dialogs.records.staff.call import subject_of
from knowledge.municipality.pack import Round
from knowledge.reminders.slot import slot_of

PITCH = "-pitch"
"""Behind the name of its round the id of an entry says that it is of the pitch."""
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
    session = turn.session.but(calendar=_given(turn, entries))
    return Outcome(session, (Reply(turn.say("dates.calendar_sent")),), (_sending(turn, made),))


def renewed(turn: Turn, municipalities: Iterable[str]) -> tuple[Session, tuple[SendCalendar, ...]]:
    """Return the session and the file that puts right what this chat has of some municipalities in its calendar.

    No file where all holds.
    """
    each = [_renewed(turn.at(municipality=name)) for name in dict.fromkeys(municipalities)]
    entries, gone = (tuple(entry for found in each for entry in found[part]) for part in (0, 1))
    if not entries and not gone:
        return turn.session, ()
    made = CalendarFile(turn.plain("dates.calendar_file"), (*entries, *gone), turn.now)
    return turn.session.but(calendar=_given(turn, entries, without=gone)), (_sending(turn, made),)


def _renewed(turn: Turn) -> tuple[list[CalendarEntry], list[CalendarEntry]]:
    """What of a municipality has to come into the calendar anew, and what is cancelled there.

    What was moved has its new time, what falls away is cancelled, and a time of one's own comes in the place of the
    hour at which the pitch begins.
    """
    here = _in_a_name(subject_of(turn.home.id, ""))
    had = {item.uid: item for item in turn.session.calendar if item.ends > turn.now and item.uid.startswith(here)}
    now = {entry.uid: entry for entry in _entries(turn, of_sent=True)}
    moved = [entry for uid, entry in now.items() if uid in had and _bare(entry) != _bare(had[uid])]
    pitched = any(PITCH in uid for uid in had)
    new = [entry for uid, entry in now.items() if pitched and PITCH in uid and uid not in had]
    return [*moved, *new], [_cancelled(turn, entry) for uid, entry in had.items() if uid not in now]


def _sending(turn: Turn, made: CalendarFile) -> SendCalendar:
    receipt = statements.of_files(turn, once=f"calendar:{turn.now.isoformat()}")
    return SendCalendar(made, turn.session.chat, receipt)


def _given(
    turn: Turn, entries: Iterable[CalendarEntry], without: Iterable[CalendarEntry] = ()
) -> tuple[CalendarEntry, ...]:
    """What this chat has in its calendar when it has taken some entries in; what is over is forgotten."""
    known = {entry.uid: entry for entry in turn.session.calendar if entry.ends > turn.now}
    known |= {entry.uid: entry.but(text="") for entry in entries}
    out = {entry.uid for entry in without}
    return tuple(entry for uid, entry in known.items() if uid not in out)


def _bare(entry: CalendarEntry) -> tuple[datetime, datetime, str]:
    """What of an entry somebody has to know anew when it changes."""
    return entry.begins, entry.ends, entry.place


def _cancelled(turn: Turn, entry: CalendarEntry) -> CalendarEntry:
    title_ = turn.plain("dates.entry_gone", title=entry.title)
    return entry.but(title=title_, text=turn.plain("dates.entry_gone_text"), cancelled=True)


def _entries(turn: Turn, *, of_sent: bool = False) -> Iterator[CalendarEntry]:
    """The dates ahead; the last day is left out for who has sent both papers, unless `of_sent` asks for it too."""
    for around in turn.home.rounds:
        own = [one for one in _of_here(turn) if one.round == around.id]
        if not (own or around.is_open(turn.now)):
            continue
        waited_for = of_sent or not own or any(statements.sending(one, around) is not Sending.SENT for one in own)
        # Closed by a person it takes no more proposals, whatever its last day was.
        if turn.now < around.deadline and around.is_open(around.deadline) and waited_for:
            yield _last_day(turn, around)
        if not own or any(statements.sending(one, around) is not Sending.MISSED for one in own):
            yield from _pitches(turn, around, own)


def _of_here(turn: Turn) -> list[Proposal]:
    return [one for one in turn.snapshot.proposals if one.municipality == turn.home.id]


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
    return _in_a_name(f"{subject_of(turn.home.id, around.id)}-{what}@lots")


def _in_a_name(text: str) -> str:
    return text.replace(":", "-")


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)
