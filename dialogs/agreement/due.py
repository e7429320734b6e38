"""What is said when the time of an agreement's reminders has come, to the association and at the desk.

Whether each is still true is judged from the agreement as it then stands; several that are due together in a private
chat are one message, at the desk one for each case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from dialogs import texts
from dialogs.agreement.ladder import PREFIX, happening
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import Effect, PostponeReminders, SettleReminders
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import muting
from dialogs.deadlines.last_day import deadline_line
from dialogs.deadlines.verdict import Verdict, is_stale, next_morning
from dialogs.records.case import Case
from dialogs.records.reminder import Reminder
from knowledge.agreement.days import AgreementDay, Happens
from knowledge.calendar import people_are_reached
from knowledge.language import Language, words
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that is still true: the case, and what its agreement has on that day."""

    reminder: Reminder
    case: Case
    happens: tuple[Happens, ...]


def parted(waiting: Sequence[Reminder]) -> tuple[tuple[Reminder, ...], tuple[Reminder, ...]]:
    """Return the reminders of agreements, and all others."""
    own = tuple(item for item in waiting if item.kind.startswith(PREFIX))
    return own, tuple(item for item in waiting if item not in own)


def due(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say what is due and still true; at night it waits for the next morning of a working day."""
    judged = {item: _still(turn, item) for item in waiting}
    still = _last_of_each([found for found in judged.values() if isinstance(found, Due)])
    said = {one.reminder for one in still}
    outcomes = {
        item.key: found if isinstance(found, Verdict) else Verdict.SAY if item in said else Verdict.OVERTAKEN
        for item, found in judged.items()
    }
    if not still:
        return Outcome(turn.session, effects=_settled(outcomes))
    pack = turn.pack_of(still[0].case)
    if not people_are_reached(turn.now.astimezone(pack.zone), pack.country):
        later = tuple(one.reminder.but(due=next_morning(turn.now, pack)) for one in still)
        asleep = {one.reminder.key: Verdict.WAIT for one in still}
        return Outcome(turn.session, effects=(PostponeReminders(later), *_settled(outcomes | asleep)))
    outcome = _at_desk(turn, still) if turn.event.sender.staff else _to_association(turn, still)
    return outcome.but(effects=_settled(outcomes))


def _settled(outcomes: Mapping[str, Verdict]) -> tuple[Effect, ...]:
    """What notes of each reminder what became of it."""
    noted = {key: verdict.name.lower() for key, verdict in outcomes.items()}
    return (SettleReminders(noted),) if noted else ()


def _still(turn: Turn, reminder: Reminder) -> Due | Verdict:
    """What a reminder is about, or why it is dropped: its day was moved or is over, or the chat wants none of it."""
    reference = reminder.subject.partition(":")[0]
    case = next((item for item in turn.snapshot.cases if item.reference == reference), None)
    if case is None or case.municipality not in turn.world.packs:
        return Verdict.GONE
    pack = turn.pack_of(case)
    wanted, today = _what(reminder), turn.now.astimezone(pack.zone).date()
    same = tuple(
        one
        for one in happening(pack, case)
        if one.what is wanted and one.on.isoformat() == reminder.about >= str(today)
    )
    if not same:
        return Verdict.GONE
    if not turn.event.sender.staff and muting.is_stopped(turn.session, muting.AGREEMENT):
        return Verdict.MUTED
    late = is_stale(datetime.fromisoformat(reminder.wall), turn.now, pack)
    return Verdict.FAR_TOO_LATE if late else Due(reminder, case, same)


def _what(reminder: Reminder) -> AgreementDay | None:
    name = reminder.kind.removeprefix(PREFIX).rpartition("-")[0]
    return AgreementDay(name) if name in set(AgreementDay) else None


def _last_of_each(found: list[Due]) -> list[Due]:
    """One reminder of each day: where two of them are due, the later one."""
    last = {(one.case.reference, one.happens): one for one in sorted(found, key=lambda item: item.reminder.wall)}
    return sorted(last.values(), key=lambda one: (one.reminder.about, one.case.reference))


def _to_association(turn: Turn, still: list[Due]) -> Outcome:
    said = dict.fromkeys(_text(turn, one, turn.language, "remind") for one in still)
    offers = (*dict.fromkeys(offer for one in still for offer in _ways(turn, one)),)
    offers = (*offers, turn.offer("reminders.stop_agreement", "mute", muting.AGREEMENT))
    first = still[0].reminder
    body = "\n\n".join((*said, turn.say("reminders.stop")))
    reply = Reply(body, offers, about=still[0].case.reference, key=f"reminder:{first.key}")
    return Outcome(turn.session.but(pushed=offers, reminded=turn.session.revision), (reply,))


def _ways(turn: Turn, one: Due) -> tuple[Offer, ...]:
    show = turn.offer("agreement.show_one", "agreement", one.case.reference, reference=one.case.reference)
    ends = _what(one.reminder) in (AgreementDay.END, AgreementDay.PART_END)
    renew = turn.offer("agreement.renew", "agreement.renew", one.case.reference)
    return (show, renew) if ends else (show,)


def _at_desk(turn: Turn, still: list[Due]) -> Outcome:
    language = desk_language(turn, turn.pack_of(still[0].case))
    replies = []
    in_order = sorted(still, key=lambda one: one.case.reference)
    for reference, group in groupby(in_order, key=lambda one: one.case.reference):
        own = list(group)
        text = "\n".join(dict.fromkeys(_text(turn, one, language, "desk_remind") for one in own))
        offers = (Offer(texts.plain(language, "desk.agree"), Action("desk.agree", reference)),)
        key = f"reminder:{own[0].reminder.key}"
        replies.append(Reply(text, offers, about=reference, under_card=True, key=key))
    return Outcome(turn.session, tuple(replies))


def _text(turn: Turn, one: Due, language: Language, whom: str) -> str:
    on = date.fromisoformat(one.reminder.about)
    pack = turn.pack_of(one.case)
    return texts.say(
        language,
        f"agreement.{whom}_{one.happens[0].what}",
        reference=one.case.reference,
        title=one.case.title,
        talk=_talk(pack, language),
        day=on,
        days=(on - turn.now.astimezone(pack.zone).date()).days,
        goals=[item.goal for item in one.happens if item.goal],
        round=deadline_line(turn.at(municipality=pack.id)),
    )


def _talk(pack: Pack, language: Language) -> str:
    """What the municipality calls the yearly talk on how an agreement goes."""
    field = pack.field_that_means(Meaning.YEARLY_DISCUSSION)
    return words(field.label, language) if field is not None else ""
