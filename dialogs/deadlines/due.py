"""What is said when the time of a proposal's reminders has come.

Several that are due together are one message. Whether each is still useful is judged by `verdict.py`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.conversation import statements
from dialogs.conversation.effects import Effect, PostponeReminders
from dialogs.conversation.own_proposals import title
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn
from dialogs.deadlines.ladder import planned
from dialogs.deadlines.verdict import Matter, Verdict, matter, next_morning, verdicts
from dialogs.records.reminder import Reminder
from knowledge.calendar import is_working_day
from knowledge.municipality import canned
from knowledge.reminders.rung import Audience

HOUR = timedelta(hours=1)
"""What is left on the last day is said in whole ones."""


About = tuple[Reminder, Matter]


@dataclass(frozen=True, slots=True)
class Part:
    """What a message of several reminders says of one of them, and its buttons. Whoever asks something comes first."""

    text: str
    offers: tuple[Offer, ...]
    asks: bool


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due and still useful, as one message, and let the night's reminders wait for the morning.

    The place in the dialog is not touched.
    """
    judged = verdicts(turn, waiting)
    later = _put_off(turn, _those(turn, judged, Verdict.WAIT))
    anew = _planned_anew(turn, _those(turn, judged, Verdict.MOVED))
    return _said(turn, _those(turn, judged, Verdict.SAY)).but(effects=(*later, *anew))


def _those(turn: Turn, judged: dict[Reminder, Verdict], wanted: Verdict) -> list[About]:
    pairs = [(reminder, matter(turn, reminder)) for reminder, verdict in judged.items() if verdict is wanted]
    return [(reminder, about) for reminder, about in pairs if about]


def _said(turn: Turn, useful: list[About]) -> Outcome:
    if not useful:
        return Outcome(turn.session)
    first, _ = useful[0]
    several = len({reminder.subject for reminder, _ in useful}) > 1
    parts = sorted((_part(turn, *one, several=several) for one in useful), key=lambda part: not part.asks)
    body = "\n\n".join(dict.fromkeys(part.text for part in parts))
    offers = tuple(dict.fromkeys(offer for part in parts for offer in part.offers))
    offers = (*offers, turn.offer("reminders.no_more", "mute"))
    reply = Reply(f"{body}\n\n{turn.say('reminders.stop')}", offers, about=first.subject, key=f"reminder:{first.key}")
    return Outcome(turn.session.but(pushed=offers, reminded=turn.session.revision), (reply,))


def _put_off(turn: Turn, asleep: list[About]) -> tuple[Effect, ...]:
    later = [reminder.but(due=next_morning(turn.now, about.pack)) for reminder, about in asleep]
    return (PostponeReminders(tuple(later)),) if later else ()


def _planned_anew(turn: Turn, moved: list[About]) -> tuple[Effect, ...]:
    proposals = {about.proposal.id: about.proposal for _, about in moved}
    return tuple(effect for proposal in proposals.values() for effect in planned(turn, proposal))


def _part(turn: Turn, reminder: Reminder, about: Matter, *, several: bool) -> Part:
    asks = _asks(turn.now, about)
    wanted = _wanted(about, asks=asks)
    name = statements.named(turn, about.proposal) if several else ""
    offers = tuple(
        turn.offer("reminders.button", verb, reminder.subject, words=turn.plain(key), title=name)
        for key, verb in wanted
    )
    return Part(_text(turn, reminder, about), offers, asks)


def _asks(now: datetime, about: Matter) -> bool:
    """Whether a reminder puts a question: once the last day is over, how it went."""
    late = about.rung.to is Audience.UNSENT and now > about.around.deadline
    return late or about.rung.to is Audience.UNSETTLED


def _wanted(about: Matter, *, asks: bool) -> tuple[tuple[str, str], ...]:
    """The buttons of one reminder: their words and what they do."""
    if asks and about.sending is Sending.SENT:
        return ("papers.receipt_yes", "papers.receipt"), ("papers.receipt_no", "papers.no_receipt")
    if asks:
        return ("papers.in_time", "sent.in_time"), ("papers.missed", "sent.missed")
    if about.rung.to is Audience.UNSENT:
        return ("reminders.continue", "proposal.resume"), ("papers.both_sent", "papers.sent")
    return (("reminders.open", "proposal.resume"),)


def _text(turn: Turn, reminder: Reminder, about: Matter) -> str:
    """The words of a reminder. They stay true when it comes earlier or later than was planned."""
    pack, around, proposal = about.pack, about.around, about.proposal
    if about.sending is Sending.NOT_SENT and _asks(turn.now, about):
        key = "late"
    elif about.rung.words:
        return _in_own_words(turn, about)
    else:
        key = reminder.kind.replace("-", "_")
    return turn.say(
        f"reminders.{key}",
        title=title(turn, proposal),
        deadline=around.deadline,
        pitch=around.pitch or around.deadline,
        minutes=around.pitch_minutes,
        place=turn.words(pack.place_time),
        closed=not is_working_day(around.deadline.date(), pack.country),
        left=statements.about_left(turn, pack, proposal),
        days=_days(turn, about),
        hours=round((about.counted - turn.now) / HOUR),
    )


def _in_own_words(turn: Turn, about: Matter) -> str:
    """What the municipality says itself in this place of its plan, as HTML."""
    pack, around = about.pack, about.around
    place = turn.words(pack.place_time)
    values = {
        "title": title(turn, about.proposal),
        "deadline": turn.plain("reminders.moment", at=around.deadline, place=place),
        "pitch": turn.plain("reminders.moment", at=around.pitch or around.deadline, place=place),
        "place": turn.plain("reminders.no_place"),
        "minutes": str(around.pitch_minutes),
        "left": statements.about_left(turn, pack, about.proposal),
        "days": str(_days(turn, about)),
        "municipality": turn.words(pack.name),
    }
    return turn.say("reminders.own_words", text=canned.filled(turn.words(about.rung.words), values))


def _days(turn: Turn, about: Matter) -> int:
    return (about.counted.date() - turn.now.astimezone(about.pack.zone).date()).days
