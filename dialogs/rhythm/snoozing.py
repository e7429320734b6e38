"""A case that is put off until a day: it comes up again on that morning, or as soon as its association writes.

The promise to the association is not put off; what rests is what the desk reminds itself of.
"""

from datetime import date, timedelta

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.conversation import statements
from dialogs.conversation.events import Said
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.records.case import Case
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct
from knowledge.answers.kinds.plan.days_ahead import days_ahead, without_days
from knowledge.calendar import is_working_day, working_day_or_before, working_days_from

PLACE = "desk.snooze"
LONGEST_DAYS = 366
"""How many days a case can be put off: a year, so that a slip of the year is seen."""
QUOTED = 60
"""In characters: so much of what is no date is said back."""


def ask(turn: Turn, case: Case) -> Outcome:
    """Ask until when a case is put off: some days as buttons, any other as typed."""
    refused = refusal(case, CaseAct.SNOOZE, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    known = {"reference": case.reference, "name": turn.event.sender.name, "example": _example(turn)}
    text = turn.say("rhythm.ask_until", **known, by=statements.waited_for(case))
    return what_follows.ask_under_card(turn.at(case=case.reference), case, text, _offers(turn, case), place=PLACE)


def until(turn: Turn, case: Case, day: str) -> Outcome:
    """Put a case off until a day (ISO date), or until the working day before it; say why not where it is not ahead."""
    refused = refusal(case, CaseAct.SNOOZE, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    wanted, today = _read(day), turn.local.date()
    if wanted is None:
        return ask(turn, case)
    if not today < wanted <= today + timedelta(days=LONGEST_DAYS):
        return _not_taken(turn, case, "rhythm.not_ahead", day=wanted)
    wakes = max(working_day_or_before(wanted, turn.home.country), working_days_from(today, 1, turn.home.country))
    changed = after(case, CaseAct.SNOOZE, turn.now, snoozed_until=wakes.isoformat(), **what_follows.acted(turn, case))
    outcome = what_follows.done(turn, case, changed, CaseAct.SNOOZE, "rhythm.snoozed", day=wakes.isoformat())
    return outcome.but(session=_left(turn, case).session)


def said(turn: Turn, case: Case, text: str) -> Outcome | None:
    """Take a typed day; None for words that name none and answer nothing: they are talk."""
    days = days_ahead(text, turn.local.date())
    event = turn.event
    if len(days) == 1 and days[0] is not None and not any(letter.isdigit() for letter in without_days(text)):
        return until(turn, case, days[0].isoformat())
    meant = bool(days) or (isinstance(event, Said) and event.sender.reply_to is not None)
    return _not_taken(turn, case, "rhythm.no_day", said=texts.cut(text, QUOTED)) if meant else None


def typed(turn: Turn, case: Case, words: str) -> Action | None:
    """Return what "remind me later 9.12" does, None for other words. `words` are simplified, without the reference."""
    labels = (simplified(label) for label in texts.in_all("desk.snooze"))
    begin = next((label for label in labels if words.startswith(f"{label} ")), None)
    if begin is None:
        return None
    days = days_ahead(words.removeprefix(begin), turn.local.date())
    found = [day for day in days if day is not None]
    return Action("desk.until", f"{case.reference} {found[0].isoformat()}") if len(days) == len(found) == 1 else None


def _offers(turn: Turn, case: Case) -> tuple[Offer, ...]:
    """The days that are chosen most, each once: on a Friday the next working day begins the next week."""
    days: dict[date, str] = {}
    for key, day in _days(turn.local.date(), turn.home.country):
        days.setdefault(day, key)
    return tuple(
        turn.offer(f"rhythm.{key}", "desk.until", f"{case.reference} {day.isoformat()}", day=day)
        for day, key in days.items()
    )


def _days(today: date, country: str) -> tuple[tuple[str, date], ...]:
    tomorrow, monday = today + timedelta(days=1), today + timedelta(days=7 - today.weekday())
    first = "tomorrow" if is_working_day(tomorrow, country) else "next_working_day"
    return (
        (first, working_days_from(today, 1, country)),
        ("in_three", working_days_from(today, 3, country)),
        ("next_week", working_days_from(monday, 0, country)),
    )


def _read(day: str) -> date | None:
    """The day of a button, None for one that has lost it."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _example(turn: Turn) -> str:
    """A day as it may be typed: two weeks from now."""
    return texts.numeric_day(working_days_from(turn.local.date(), 10, turn.home.country), turn.language)


def _not_taken(turn: Turn, case: Case, key: str, **values: object) -> Outcome:
    """Say why a day was not taken; the question waits."""
    known = {"reference": case.reference, "name": turn.event.sender.name, "example": _example(turn)}
    return what_follows.say(turn, case, turn.say(key, **known, **values))


def _left(turn: Turn, case: Case) -> Turn:
    """The turn of whoever has chosen: at the desk again, if they were asked for this case."""
    asked = turn.session.place == PLACE and turn.session.case == case.reference
    return turn.at(place="desk", case="", offers=()) if asked else turn
