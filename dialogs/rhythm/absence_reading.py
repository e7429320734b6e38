"""When somebody is away and who stands in, read from what they typed; or what is wrong with it and what is expected."""

from datetime import timedelta

from dialogs import texts
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.records.staff.desk import Absence, Desk, Navigator
from knowledge.answers.kinds.plan.days_ahead import days_ahead, without_days
from knowledge.calendar import working_days_from

LONGEST_DAYS = 366
"""How many days ahead an absence may end: a year, so that a slip of the year is seen."""
QUOTED = 80
"""In characters: so much of what cannot be read is said back."""
WEEK = timedelta(days=7)
"""How long the absence is that is shown as an example, like most that people type."""
BEGUN_AT_MOST = timedelta(days=60)
"""How long ago a day without a year may be that an absence began on: two months; else it is that of next year."""


def absence_said(turn: Turn, desk: Desk, argument: str) -> Absence | str:
    """Return the absence that somebody typed, or the text that says why it is none, as HTML."""
    absence = _absence(turn, argument)
    if absence is None:
        return _say(turn, "rhythm.away_unread", said=texts.cut(argument, QUOTED))
    today = turn.local.date()
    if absence.last_day < absence.first_day:
        return _say(turn, "rhythm.away_order", first=absence.first_day, last=absence.last_day)
    if not today <= absence.last_day <= today + timedelta(days=LONGEST_DAYS):
        return _say(turn, "rhythm.away_not_ahead", last=absence.last_day)
    named = _named(argument)
    return _with_deputy(turn, desk, absence, named) if named else absence


def how(turn: Turn) -> dict[str, str]:
    """How an absence is typed, as values of a text: the first and the last day of a week that begins soon."""
    first = working_days_from(turn.local.date(), 1, turn.home.country)
    return {"first_day": first.isoformat(), "last_day": (first + WEEK).isoformat()}


def _absence(turn: Turn, argument: str) -> Absence | None:
    """One day, or the first and the last of several; None where a day or a number is left that nobody can read."""
    days = days_ahead(argument, turn.local.date() - BEGUN_AT_MOST)
    if len(days) not in (1, 2) or any(sign.isdigit() for sign in without_days(argument)):
        return None
    first, last = days[0], days[-1]
    return Absence(first.isoformat(), last.isoformat()) if first and last else None


def _named(argument: str) -> str:
    """What stands beside the days: a name, without the words and dashes between two days."""
    between = texts.listed("rhythm.between_words")
    words = (word.strip(",;–—-") for word in without_days(argument).split())
    return " ".join(word for word in words if word and simplified(word) not in between)


def _with_deputy(turn: Turn, desk: Desk, absence: Absence, named: str) -> Absence | str:
    called = _called(turn, desk, named)
    if len(called) == 1:
        return absence.but(deputy=called[0].user)
    known = sorted(item.name for item in called or _others(turn, desk))
    said = texts.cut(named, QUOTED)
    return _say(turn, "rhythm.no_such_deputy", said=said, several=bool(called), known=known)


def _called(turn: Turn, desk: Desk, name: str) -> list[Navigator]:
    """The navigators who are called so: by the whole name if one is, else by its beginning; never oneself."""
    wanted, others = simplified(name).removeprefix("@"), _others(turn, desk)
    whole = [item for item in others if simplified(item.name) == wanted]
    return whole or [item for item in others if simplified(item.name).startswith(wanted)]


def _others(turn: Turn, desk: Desk) -> list[Navigator]:
    return [item for item in desk.navigators if item.user != turn.event.sender.user]


def _say(turn: Turn, key: str, **values: object) -> str:
    return turn.say(key, name=turn.event.sender.name, **how(turn), **values)
