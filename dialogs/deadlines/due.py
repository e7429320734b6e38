"""What is said when the time of a proposal's reminders has come.

Several that are due together are one message. Whether each is still useful is judged by `verdict.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from dialogs.conversation import statements
from dialogs.conversation.effects import Effect, PostponeReminders, SettleReminders
from dialogs.conversation.events import ReminderDue
from dialogs.conversation.own_proposals import title
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn
from dialogs.deadlines import calendar_entries, muting
from dialogs.deadlines.calls import news
from dialogs.deadlines.calls.news import NEWS
from dialogs.deadlines.calls.running_order import pitch_ends
from dialogs.deadlines.ladder import planned
from dialogs.deadlines.muting import NEWS as MUTED_NEWS
from dialogs.deadlines.muting import is_stopped
from dialogs.deadlines.verdict import Judged, Matter, Verdict, judged, next_morning
from dialogs.records.reminder import Reminder
from dialogs.records.staff.call import subject_of
from dialogs.texts import same_for_all
from knowledge.calendar import is_working_day, people_are_reached
from knowledge.language import Language, words
from knowledge.municipality import canned
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.rung import Anchor, Audience, Late
from knowledge.reminders.slot import slot_of

HOUR = timedelta(hours=1)
"""What is left on the last day is said in whole ones."""
TEXTS_KEPT = 64
"""How many messages are remembered without what is somebody's own in them: those of a batch, which has one instant."""


About = tuple[Reminder, Matter]


@dataclass(frozen=True, slots=True)
class Part:
    """What a message of several reminders says of one of them, and its buttons. Whoever asks something comes first."""

    text: str
    offers: tuple[Offer, ...]
    asks: bool


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due and still useful, as one message, and let the night's reminders wait for the morning.

    News of a call come first in it. The place in the dialog is not touched.
    """
    of_calls = tuple([item for item in waiting if item.kind == NEWS])
    each = judged(turn, [item for item in waiting if item.kind != NEWS])
    useful = _those(each, Verdict.SAY)
    if not of_calls and len(useful) == len(each):  # as nearly always, thousands of times in one minute
        return _said(turn, useful, ()).but(effects=(SettleReminders(_outcomes(each)),))
    asleep, later_news = _those(each, Verdict.WAIT), _asleep(turn, of_calls)
    later = _put_off(turn, asleep, later_news)
    anew = _planned_anew(turn, _those(each, Verdict.MOVED))
    silent = not of_calls or bool(later_news) or is_stopped(turn.session, MUTED_NEWS)
    told = () if silent else news.read(turn, of_calls)
    outcomes = _outcomes(each) | {item.key: _of_news(later_news, told) for item in of_calls}
    session, files = calendar_entries.renewed(turn, [one.pack.id for one in told])
    said = _said(turn.at(calendar=session.calendar), useful, told, renewed=bool(files))
    return said.but(effects=(*later, *anew, SettleReminders(outcomes), *files))


def _asleep(turn: Turn, of_calls: tuple[Reminder, ...]) -> list[tuple[Reminder, Pack]]:
    """The news that wait for a morning, all of them together: none is needed before it, and nobody is reached now."""
    if not of_calls:
        return []
    about = {subject_of(pack.id, one.id): (pack, one) for pack in turn.world.packs.values() for one in pack.rounds}
    known = [(item, *about[item.subject]) for item in of_calls if item.subject in about]
    urgent = (
        any(turn.now <= at <= next_morning(turn.now, pack) for at in (around.deadline, pitch_ends(around)) if at)
        for _, pack, around in known
    )
    wake = (people_are_reached(turn.now.astimezone(pack.zone), pack.country) for _, pack, _ in known)
    return [] if any(urgent) or any(wake) else [(item, pack) for item, pack, _ in known]


def _of_news(asleep: Sequence[object], told: Sequence[news.News]) -> str:
    """What becomes of news: they wait, are told, or there is nothing to tell any more or nobody who wants it."""
    waits = Verdict.WAIT if asleep else Verdict.SAY if told else Verdict.GONE
    return waits.name.lower()


def _outcomes(each: list[Judged]) -> dict[str, str]:
    return {one.reminder.key: one.verdict.outcome for one in each}


def _those(each: Sequence[Judged], wanted: Verdict) -> list[About]:
    return [(one.reminder, one.about) for one in each if one.verdict is wanted and one.about is not None]


def _said(turn: Turn, useful: list[About], told: Sequence[news.News], *, renewed: bool = False) -> Outcome:
    if not useful and not told:
        return Outcome(turn.session)
    parts = _parts(turn, useful, told) if told or len(useful) > 1 else [_part(turn, *useful[0], several=False)]
    file = [turn.say("dates.calendar_renewed")] if renewed else []
    body = "\n\n".join(dict.fromkeys([*[part.text for part in parts], *file]))
    offers = tuple(dict.fromkeys([offer for part in parts for offer in part.offers]))
    offers = (*offers, turn.offer("reminders.no_more", "mute"))
    first = useful[0][0] if useful else _first_of(turn, told)
    about = first.subject if useful else muting.ABOUT
    reply = Reply(f"{body}\n\n{turn.say('reminders.stop')}", offers, about=about, key=f"reminder:{first.key}")
    return Outcome(turn.session.but(pushed=offers, reminded=turn.session.revision), (reply,))


def _parts(turn: Turn, useful: list[About], told: Sequence[news.News]) -> list[Part]:
    """What is said of each, news first, and of both whoever asks something."""
    several = len({reminder.subject for reminder, _ in useful}) > 1
    of_drafts = [_part(turn, *one, several=several) for one in useful]
    of_calls = [_news(turn, one) for one in told]
    return [part for parts in (of_calls, of_drafts) for part in sorted(parts, key=lambda part: not part.asks)]


def _first_of(turn: Turn, told: Sequence[news.News]) -> Reminder:
    """The row that the first news came of."""
    subject = subject_of(told[0].pack.id, told[0].around.id)
    waiting = turn.event.reminders if isinstance(turn.event, ReminderDue) else ()
    return next(item for item in waiting if item.subject == subject)


def _news(turn: Turn, one: news.News) -> Part:
    own = one.slots[:1]
    prepare = tuple(turn.offer("pitch.prepare", news.PREPARE, name) for name in own)
    practise = tuple(turn.offer("pitch.practise", news.PRACTISE, name) for name in own)
    dates = calendar_entries.way(turn) if own else ()
    offers = (
        *news.asked_offers(turn, one),
        *prepare,
        *practise,
        *dates,
        turn.offer("reminders.drafts", "go", "proposals"),
    )
    return Part(news.text(turn, one), offers, asks=one.swap is not None)


def _put_off(turn: Turn, asleep: Sequence[About], asleep_news: Sequence[tuple[Reminder, Pack]]) -> tuple[Effect, ...]:
    pairs = [*((reminder, about.pack) for reminder, about in asleep), *asleep_news]
    later = [reminder.but(due=next_morning(turn.now, pack)) for reminder, pack in pairs]
    return (PostponeReminders(tuple(later)),) if later else ()


def _planned_anew(turn: Turn, moved: list[About]) -> tuple[Effect, ...]:
    proposals = {about.proposal.id: about.proposal for _, about in moved}
    return tuple(effect for proposal in proposals.values() for effect in planned(turn, proposal))


def _part(turn: Turn, reminder: Reminder, about: Matter, *, several: bool) -> Part:
    asks = _asks(turn.now, about)
    wanted = _wanted(about, asks=asks)
    name = statements.named(turn, about.proposal) if several else ""
    offers = tuple([_button(turn, key, verb, reminder.subject, name) for key, verb in wanted])
    return Part(_text(turn, reminder, about, asks=asks), offers, asks)


def _button(turn: Turn, key: str, verb: str, proposal: str, name: str) -> Offer:
    """A button of one proposal, with its name where the message is about several."""
    if name:
        return turn.offer("reminders.button", verb, proposal, words=turn.plain(key), title=name)
    return turn.offer(key, verb, proposal)


def _asks(now: datetime, about: Matter) -> bool:
    """Whether a reminder puts a question: once the last day is over, how it went."""
    late = about.rung.to is Audience.UNSENT and now > about.around.deadline
    return late or about.rung.to in (Audience.UNSETTLED, Audience.UNANSWERED)


def _wanted(about: Matter, *, asks: bool) -> tuple[tuple[str, str], ...]:
    """The buttons of one reminder: their words and what they do."""
    if about.rung.to is Audience.UNANSWERED or (asks and about.sending is Sending.SENT):
        return ("papers.receipt_yes", "papers.receipt"), ("papers.receipt_no", "papers.no_receipt")
    if asks:
        return ("papers.in_time", "sent.in_time"), ("papers.missed", "sent.missed")
    if about.rung.to is Audience.UNSENT:
        return ("reminders.continue", "proposal.resume"), ("papers.both_sent", "papers.sent")
    practise = about.rung.of is Anchor.PITCH and about.rung.counts_down
    opened = ("reminders.open", "proposal.resume")
    ways = ("pitch.prepare", news.PREPARE), ("pitch.practise", news.PRACTISE)
    return (opened, *ways) if practise else (opened,)


def _text(turn: Turn, reminder: Reminder, about: Matter, *, asks: bool) -> str:
    """The words of a reminder. They stay true when it comes earlier or later than was planned."""
    pack, around, proposal = about.pack, about.around, about.proposal
    mailed = about.rung.to is Audience.UNANSWERED
    if asks and not mailed and about.sending is Sending.NOT_SENT:
        key = "late"
    elif about.rung.words:
        return _in_own_words(turn, about)
    else:
        key = reminder.kind.replace("-", "_")
    left, has_slot = statements.about_left(turn, pack, proposal), slot_of(around.slots, proposal.id) is not None
    own = {"title": title(turn, proposal)} | ({"left": left} if left else {})
    marked = _marked(turn.language, key, tuple(own), turn.now, pack, around, about.counted, has_slot)
    return same_for_all.put_in(marked, own)


@lru_cache(TEXTS_KEPT)
def _marked(
    language: Language,
    key: str,
    own: tuple[str, ...],
    now: datetime,
    pack: Pack,
    around: Round,
    counted: datetime,
    has_slot: bool,  # noqa: FBT001 - what a text is remembered by
) -> str:
    """The words of a reminder but for what is somebody's own."""
    known = {
        "deadline": around.deadline,
        "pitch": around.pitch or around.deadline,
        "minutes": around.pitch_minutes,
        "place": words(pack.place_time, language),
        "pitch_place": around.place,
        "own": has_slot,
        "firm": around.late is Late.FIRM,
        "closed": not is_working_day(around.deadline.date(), pack.country),
        "days": _days(now, pack, counted),
        "hours": round((counted - now) / HOUR),
        "counted": counted,
    }
    return same_for_all.marked(language, f"reminders.{key}", known, own)


def _in_own_words(turn: Turn, about: Matter) -> str:
    """What the municipality says itself in this place of its plan, as HTML."""
    pack, around = about.pack, about.around
    place = turn.words(pack.place_time)
    values = {
        "title": title(turn, about.proposal),
        "deadline": turn.plain("reminders.moment", at=around.deadline, place=place),
        "pitch": turn.plain("reminders.moment", at=around.pitch or around.deadline, place=place),
        "place": around.place or turn.plain("reminders.no_place"),
        "minutes": str(around.pitch_minutes),
        "left": statements.about_left(turn, pack, about.proposal),
        "days": str(_days(turn.now, pack, about.counted)),
        "municipality": turn.words(pack.name),
    }
    return turn.say("reminders.own_words", text=canned.filled(turn.words(about.rung.words), values))


def _days(now: datetime, pack: Pack, counted: datetime) -> int:
    return (counted.date() - now.astimezone(pack.zone).date()).days
