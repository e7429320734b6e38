"""What a staff group is reminded of: cases that nobody has taken, and answers that are due or late.

The reminders are rows like those of a proposal, with the case as their subject. Whether one is still true is judged
when it is due, from the case as it then stands; several that are due together become one message.
"""

from datetime import date

from dialogs import texts
from dialogs.conversation import statements
from dialogs.conversation.effects import PostponeReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.case_ladder import UNTAKEN
from dialogs.deadlines.verdict import next_morning
from dialogs.desk.card import card, desk_language, offer
from dialogs.records.case import Case
from dialogs.records.reminder import Reminder
from knowledge.calendar import people_are_reached
from knowledge.language import Language
from knowledge.municipality.pack import Pack


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say under its card, or in one message for several, what is still so; at night it waits for the next morning.

    A card says from then on that its answer is late.
    """
    about = {case.reference: case for reminder in waiting if (case := _true(turn, reminder))}
    if not about:
        return Outcome(turn.session)
    cases = list(about.values())
    pack = turn.world.packs[cases[0].municipality]
    if not people_are_reached(turn.now.astimezone(pack.zone), pack.country):
        still = [item for item in waiting if _true(turn, item)]
        later = tuple(item.but(due=next_morning(turn.now, pack)) for item in still)
        return Outcome(turn.session, effects=(PostponeReminders(later),))
    chat = turn.event.sender.chat
    late = [card(turn, case, chat) for case in cases if statements.is_late(turn, case)]
    return Outcome(turn.session, (_said(turn, pack, cases, waiting[0]), *late))


def _true(turn: Turn, reminder: Reminder) -> Case | None:
    """The case of a reminder that still is so: the same promise waits, and nobody took what it says is untaken."""
    case = next((item for item in turn.snapshot.cases if item.reference == reminder.subject), None)
    if case is None or not case.chat or case.municipality not in turn.world.packs:
        return None
    waits = statements.waited_for(case) is not None and case.answer_by == reminder.about
    return case if waits and not (reminder.kind == UNTAKEN and case.owner) else None


def _said(turn: Turn, pack: Pack, cases: list[Case], first: Reminder) -> Reply:
    language, key = desk_language(pack), f"reminder:{first.key}"
    text = "\n\n".join(_line(turn, pack, case, language) for case in cases)
    if len(cases) > 1:
        return Reply(text, key=key)
    [case] = cases
    verbs = ("desk.answer",) if case.owner else ("desk.claim", "desk.answer")
    offers = tuple(offer(language, verb, verb, case) for verb in verbs)
    return Reply(text, offers, about=case.reference, under_card=True, key=key)


def _line(turn: Turn, pack: Pack, case: Case, language: Language) -> str:
    by = date.fromisoformat(case.answer_by)
    return texts.say(
        language,
        "desk.chased",
        reference=case.reference,
        title=case.title,
        owner=case.owner_name,
        by=by,
        days=(by - turn.now.astimezone(pack.zone).date()).days,
        late=statements.is_late(turn, case),
    )
