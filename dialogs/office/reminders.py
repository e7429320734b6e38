"""What is said when the time of a question to an office has come: one reminder, and the way back to the desk.

Whether it is still true is judged then: an office that has answered is not reminded, and its question stays answered.
"""

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.cards.log import logged
from dialogs.conversation.effects import AddMessage, PostponeReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.office_ladder import PREFIX, SILENT, number_of, until
from dialogs.deadlines.verdict import next_morning
from dialogs.office import clock
from dialogs.office.news import of_silence
from dialogs.office.question import chat_of, is_at_desk, language_of, offers, shared
from dialogs.records.case import Case
from dialogs.records.case_changes import after
from dialogs.records.case_states import OPEN, CaseAct
from dialogs.records.offices.inquiries import inquiry_at, waits, with_changed
from dialogs.records.offices.inquiry import OfficeVerdict
from dialogs.records.reminder import Reminder
from knowledge.calendar import people_are_reached

Said = tuple[Outcome, Case]
"""What a reminder comes to, and the case as it then stands."""


def parted(waiting: tuple[Reminder, ...]) -> tuple[tuple[Reminder, ...], tuple[Reminder, ...]]:
    """Return the reminders that are about questions to offices, and the others."""
    own = tuple(item for item in waiting if item.kind.startswith(PREFIX))
    return own, tuple(item for item in waiting if item not in own)


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due of questions to offices and still so, each as its own message."""
    outcome = Outcome(turn.session)
    known = {case.reference: case for case in (*turn.snapshot.cases, turn.snapshot.case) if case is not None}
    for reminder in waiting:
        reference, number = number_of(reminder)
        case = known.get(reference)
        inquiry = inquiry_at(case, number) if case is not None else None
        if case is not None and inquiry is not None and waits(inquiry):
            said, known[reference] = _said(turn, reminder, case, number)
            outcome = outcome.but(replies=(*outcome.replies, *said.replies), effects=(*outcome.effects, *said.effects))
    return outcome


def _said(turn: Turn, reminder: Reminder, case: Case, number: int) -> Said:
    """Say one that is still so; at night and on holidays it waits for the next morning."""
    pack = turn.world.packs[case.municipality]
    if reminder.kind != SILENT and (case.state not in OPEN or turn.now >= until(reminder.about, pack)):
        return Outcome(turn.session), case
    if not people_are_reached(turn.now.astimezone(pack.zone), pack.country):
        later = reminder.but(due=next_morning(turn.now, pack))
        return Outcome(turn.session, effects=(PostponeReminders((later,)),)), case
    if reminder.kind == SILENT:
        return _returned(turn, reminder, case, number)
    return Outcome(turn.session, (_reminded(turn, reminder, case, number),)), case


def _reminded(turn: Turn, reminder: Reminder, case: Case, number: int) -> Reply:
    """The one reminder to an office, with the question and its buttons."""
    inquiry, pack = case.inquiries[number], turn.world.packs[case.municipality]
    language, moment = language_of(turn, pack, inquiry.office), until(inquiry.due, pack)
    days = (moment.date() - turn.now.astimezone(pack.zone).date()).days
    known = shared(pack, case, language)
    text = texts.say(
        language,
        "inquiry.reminder",
        reference=known["reference"],
        title=known["title"],
        question=inquiry.question,
        due=moment,
        days=days,
    )
    under, key = is_at_desk(turn, case, inquiry.office), f"reminder:{reminder.key}"
    return Reply(text, offers(case, number, language), about=case.reference, under_card=under, key=key)


def _returned(turn: Turn, reminder: Reminder, case: Case, number: int) -> Said:
    """Give a question back to the desk, and let the office know. In a case that has ended nobody need be told."""
    ended = {"verdict": OfficeVerdict.RELEASED.value} if case.state not in OPEN else {}
    back = with_changed(case, number, returned_at=turn.now, **ended)
    pack = turn.world.packs[case.municipality]
    changed = after(case, CaseAct.OFFICE_SILENT, turn.now, **clock.heard(pack, case, back, turn.now))
    kept = what_follows.effects(turn, case, changed, CaseAct.OFFICE_SILENT)
    if case.state not in OPEN:
        return Outcome(turn.session, effects=kept), changed
    noted = logged(turn, case, "inquiry.kept_silent", office=case.inquiries[number].office)
    news = of_silence(turn, changed, number).but(key=f"reminder:{reminder.key}")
    told = (*what_follows.cards(turn, case, changed, CaseAct.OFFICE_SILENT), news, *_released(turn, changed, number))
    return Outcome(turn.session, told, (*kept, AddMessage(case.reference, noted))), changed


def _released(turn: Turn, case: Case, number: int) -> tuple[Reply, ...]:
    """What an office is told that need not answer any more: that it still may. At the desk the news says it all."""
    inquiry, pack = case.inquiries[number], turn.world.packs[case.municipality]
    if is_at_desk(turn, case, inquiry.office):
        return ()
    language = language_of(turn, pack, inquiry.office)
    text = texts.say(language, "inquiry.not_needed", reference=case.reference)
    shown = offers(case, number, language)
    return (Reply(text, shown, chat=chat_of(turn, case, inquiry.office), about=case.reference),)
