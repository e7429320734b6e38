"""What is said after Lots could not be reached for longer than Telegram keeps what people write.

Whoever was in the middle of something is told once that words of that time may be lost: who had a question of a draft
or of an agreement open, or the outline of a pitch, and whose case waits for an answer. So is each desk
(`dialogs/rhythm/notices/after_silence.py`). It is a row like a reminder, one a chat and silence, and comes when people
are reached.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import Effect, PostponeReminders, SettleReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Turn
from dialogs.deadlines.verdict import Verdict, is_stale, next_morning
from dialogs.records.agreements.draft import id_of, is_agreement
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from dialogs.records.reminder import Reminder
from knowledge.calendar import people_are_reached
from knowledge.municipality.pack import Pack

KIND, OF_A_DESK = "silence", "desk-silence"
KEPT_BY_TELEGRAM = timedelta(hours=24)
"""For so long Telegram keeps what it could not bring (Bot API, "Getting updates"); what is older is lost."""
QUESTION = "proposal.ask"
"""The place in which a question of a draft is open, of a proposal or of an agreement."""
WRITING = frozenset({QUESTION, "pitch.outline", "pitch.outline_part"})
"""The places in which words become part of a draft: at its questions, and at the outline of its pitch."""


def is_asked(session: Session) -> bool:
    """Tell whether a person was answering the questions of a draft, or writing the outline of its pitch."""
    return session.place in WRITING and bool(session.proposal) and not session.away


def is_waiting(case: Case) -> bool:
    """Tell whether a case waits for an answer of the municipality or of its association."""
    return case.chat > 0 and case.state in OPEN


def planted(chat: int, pack: Pack, heard: datetime, now: datetime, kind: str = KIND) -> Reminder:
    """Return the row for one chat of a municipality, or with another `kind` that for its desk. `heard` is when Lots
    could last be reached, `now` when it can again; what was written from the first until a day before the second may be
    lost.
    """
    since, until = heard.astimezone(UTC), max(heard, now - KEPT_BY_TELEGRAM).astimezone(UTC)
    reached = people_are_reached(now.astimezone(pack.zone), pack.country)
    due = now.astimezone(UTC) if reached else next_morning(now, pack)
    told = f"{since.isoformat(timespec='minutes')}/{until.isoformat(timespec='minutes')}"
    return Reminder(f"{kind}:{since.isoformat()}:{chat}", chat, kind, f"{KIND}:{pack.id}", due, about=told)


def parted(waiting: Sequence[Reminder]) -> tuple[tuple[Reminder, ...], tuple[Reminder, ...]]:
    """Return the rows of a silence among what is due, and the others."""
    return tuple(item for item in waiting if item.kind == KIND), tuple(item for item in waiting if item.kind != KIND)


def due(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say what may be lost, by day; nothing any more after two working days, nor to who is in the middle of nothing."""
    judged = {item: _verdict(turn, item) for item in waiting}
    later = tuple(
        item.but(due=next_morning(turn.now, _pack(turn, item)))
        for item, verdict in judged.items()
        if verdict is Verdict.WAIT
    )
    effects: tuple[Effect, ...] = (PostponeReminders(later),) if later else ()
    settled = SettleReminders({item.key: verdict.name.lower() for item, verdict in judged.items()})
    said = [_said(turn, item) for item, verdict in judged.items() if verdict is Verdict.SAY]
    return Outcome(turn.session, tuple(said), (*effects, settled)) if waiting else Outcome(turn.session)


def _verdict(turn: Turn, item: Reminder) -> Verdict:
    pack = turn.world.packs.get(item.subject.removeprefix(f"{KIND}:"))
    if pack is None or not (_draft(turn) or _references(turn)):
        return Verdict.GONE
    return of_its_time(item, pack, turn.now)


def of_its_time(item: Reminder, pack: Pack, now: datetime) -> Verdict:
    """Return whether what may be lost is still told: by day, and nothing any more after two working days."""
    if is_stale(span(item)[1].astimezone(pack.zone) + KEPT_BY_TELEGRAM, now, pack):
        return Verdict.FAR_TOO_LATE
    return Verdict.SAY if people_are_reached(now.astimezone(pack.zone), pack.country) else Verdict.WAIT


def _said(turn: Turn, item: Reminder) -> Reply:
    pack, (since, until) = _pack(turn, item), span(item)
    text = turn.say(
        "reminders.silence",
        since=since.astimezone(pack.zone),
        until=until.astimezone(pack.zone),
        place=turn.words(pack.place_time),
        title=_draft(turn),
        cases=_references(turn),
    )
    return Reply(text, key=f"reminder:{item.key}")


def _draft(turn: Turn) -> str:
    """The name of the draft that words are written for, empty if there is none."""
    name = turn.session.proposal if is_asked(turn.session) else ""
    if is_agreement(name):
        return next((case.title for case in turn.snapshot.cases if case.agreement and id_of(case) == name), "")
    proposal = turn.proposal_by_id(name)
    return own_proposals.title(turn, proposal) if proposal else ""


def _references(turn: Turn) -> list[str]:
    return [case.reference for case in turn.snapshot.cases if is_waiting(case)]


def _pack(turn: Turn, item: Reminder) -> Pack:
    return turn.world.packs[item.subject.removeprefix(f"{KIND}:")]


def span(item: Reminder) -> tuple[datetime, datetime]:
    """Return since when Lots could not be reached, and until when what was written may be lost."""
    since, _, until = item.about.partition("/")
    return datetime.fromisoformat(since), datetime.fromisoformat(until)
