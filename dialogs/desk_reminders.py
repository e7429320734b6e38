"""What a staff group is reminded of: cases that nobody has taken, and answers that are due or late.

The reminders are rows like those of a proposal, with the case as their subject. Whether one is still true is judged
when it is due, from the case as it then stands; several that are due together become one message.
"""

from datetime import UTC, date, datetime

from dialogs import statements, texts
from dialogs.card import card, desk_language, offer
from dialogs.effects import Effect, PlanReminders, PostponeReminders
from dialogs.replies import Reply
from dialogs.session import Outcome
from dialogs.timely import next_morning, wall_time
from dialogs.turn import Turn
from dialogs.values import Case, Reminder
from knowledge.calendar import MORNING, local, people_are_reached, working_days_from
from knowledge.language import Language
from knowledge.municipality.pack import Pack

PREFIX = "desk-"
UNTAKEN = "desk-untaken-2wd"
UNTAKEN_WORKING_DAYS, UNANSWERED_WORKING_DAYS = 2, 5


def is_for_the_desk(waiting: tuple[Reminder, ...]) -> bool:
    """Tell whether reminders that are due are those of a staff group."""
    return all(reminder.kind.startswith(PREFIX) for reminder in waiting)


def planned(turn: Turn, case: Case) -> tuple[Effect, ...]:
    """Return the effect that lets exactly the reminders wait which a case wants as it now stands."""
    return (PlanReminders(case.reference, plan(turn, case)),)


def plan(turn: Turn, case: Case) -> tuple[Reminder, ...]:
    """Return the reminders of a case that waits for an answer, none for others: after two working days without an
    owner, on the working day before the promised day, after five working days, and when the promise is broken.
    """
    pack, chat = turn.world.packs[case.municipality], turn.desk_of(case.municipality)
    by, since = statements.waited_for(case), case.written_at or case.opened_at
    if by is None or since is None or not chat or not case.chat:
        return ()
    rungs = _rungs(pack, by, since.astimezone(pack.zone).date())
    return tuple(_reminder(case, chat, kind, local(day, MORNING, pack.zone)) for kind, day in rungs.items())


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


def _rungs(pack: Pack, by: date, since: date) -> dict[str, date]:
    country = pack.country
    return {
        UNTAKEN: working_days_from(since, UNTAKEN_WORKING_DAYS, country),
        "desk-before-1wd": working_days_from(by, -1, country),
        "desk-unanswered-5wd": working_days_from(since, UNANSWERED_WORKING_DAYS, country),
        "desk-late": working_days_from(by, 1, country),
    }


def _reminder(case: Case, chat: int, kind: str, at: datetime) -> Reminder:
    key = f"{case.reference}:{kind}:{case.answer_by}"
    return Reminder(key, chat, kind, case.reference, at.astimezone(UTC), wall_time(at), case.answer_by)


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
