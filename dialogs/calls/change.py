"""One change of a call: what was typed read into it, what of it cannot be, and the call as it is then."""

import re
from dataclasses import dataclass
from datetime import datetime

from dialogs import texts
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.deadlines.calls.joining import as_set
from dialogs.records.staff.call import NO_PITCH, Call, CallState
from knowledge.answers.kinds.plan.days_ahead import days_ahead
from knowledge.calendar import MORNING, WAKING_UNTIL, is_working_day
from knowledge.language import words
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.rung import Late

OPENS, DEADLINE, PITCH, DECISION = "opens", "deadline", "pitch", "decision"
PLACE, LANGUAGE, LATE, STATE = "place", "language", "late", "state"
DATES = (OPENS, DEADLINE, PITCH)
TYPED = (*DATES, PLACE, DECISION)
"""What is typed; all else is chosen."""
LONGEST_PLACE = 120
"""In characters: a street, a house and a room fit into it three times."""
CLOCK = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[.:]([0-5]\d)(?![.:]?\d)")
YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class Unread:
    """Why what was typed cannot be taken: the key of the text that says so and what is expected."""

    key: str


def call_of(turn: Turn, round_id: str) -> Call:
    """Return what navigators have said of a round; an empty one if nothing."""
    town = turn.home.id
    known = (call for call in turn.world.calls if (call.municipality, call.round) == (town, round_id))
    return next(known, Call(town, round_id))


def prepared(turn: Turn) -> tuple[Call, ...]:
    """Return the calls of the municipality that are being prepared, and so are no rounds yet."""
    mine = (call for call in turn.world.calls if call.municipality == turn.home.id)
    return tuple(call for call in mine if call.state == CallState.PREPARED)


def round_of(turn: Turn, round_id: str) -> Round | None:
    """Return a round as it stands, also of a call that is being prepared; None if it has no last day yet."""
    return turn.home.round(round_id) or as_set(turn.home, call_of(turn, round_id))


def name_of(turn: Turn, round_id: str) -> str:
    """Return what a round or a call that is being prepared is called."""
    around = turn.home.round(round_id)
    return turn.words(around.name) if around else _name(turn, call_of(turn, round_id))


def read(turn: Turn, what: str, text: str) -> str | Unread:
    """Return what was typed as it is kept: a wall time, a place; or why it cannot be read."""
    if what == PLACE:
        place = " ".join(text.split())
        return place if place and len(place) <= LONGEST_PLACE else Unread("calls.place_too_long")
    if what in (PITCH, DECISION) and simplified(text) in texts.listed("calls.none_words"):
        return NO_PITCH
    return day_said(turn, text) if what == DECISION else moment_said(turn, text)


def day_said(turn: Turn, text: str) -> str | Unread:
    """Return the one day that a text names, as an ISO date."""
    days = days_ahead(text, turn.local.date())
    return days[0].isoformat() if len(days) == 1 and days[0] else Unread("calls.no_decision_day")


def moment_said(turn: Turn, text: str) -> str | Unread:
    """Return the wall time that a text names: one day and one clock time, the time behind the day."""
    clocks = list(CLOCK.finditer(text))
    if not clocks:
        return Unread("calls.no_clock")
    last = clocks[-1]
    days = days_ahead(f"{text[: last.start()]} {text[last.end() :]}", turn.local.date())
    if len(days) != 1 or days[0] is None:
        return Unread("calls.no_day")
    wall = f"{days[0].isoformat()}T{int(last[1]):02}:{last[2]}"
    at = datetime.fromisoformat(wall)
    zone = turn.home.zone
    once = at.replace(tzinfo=zone, fold=0).utcoffset() == at.replace(tzinfo=zone, fold=1).utcoffset()
    return wall if once else Unread("calls.not_one_moment")


def after(call: Call, what: str, value: str) -> Call:
    """Return a call with one thing changed."""
    return call.but(**{what: value})


def problem(turn: Turn, call: Call, what: str) -> str:
    """Return the key of the text that says why a call cannot become so; empty if it can."""
    around = as_set(turn.home, call)
    if around is None:
        return "calls.needs_deadline" if what == STATE else ""
    ahead = what == DEADLINE or (what == STATE and call.state == CallState.OPEN)
    if ahead and around.deadline <= turn.now:
        return "calls.deadline_past"
    if what in DATES and around.opens and around.opens >= around.deadline:
        return "calls.opens_after"
    if what == PITCH and around.pitch and around.pitch < around.deadline:
        return "calls.pitch_before"
    after = around.pitch or around.deadline
    early = what == DECISION and around.decision is not None and around.decision.date() < after.date()
    return "calls.decision_before" if early else ""


def warnings(pack: Pack, around: Round | None, what: str) -> list[str]:
    """Return what is unusual in a round's dates: offices are closed then, or nobody can be reminded just before."""
    if around is None:
        return []
    found = []
    if what == DEADLINE and not is_working_day(around.deadline.date(), pack.country):
        found.append("holiday")
    if what == DEADLINE and not MORNING <= around.deadline.time() <= WAKING_UNTIL:
        found.append("hour")
    if around.pitch and around.pitch < around.deadline:
        found.append("pitch")
    if around.decision and around.decision.date() < (around.pitch or around.deadline).date():
        found.append("decision")
    return found


def following(turn: Turn) -> Call | None:
    """Return the next call prepared from the last one: its names with the new year, and every date to be set anew.

    None if there is no round to prepare it from, or it is being prepared already. No old date becomes a new one.
    """
    last = turn.home.last_round()
    if last is None or prepared(turn):
        return None
    year = max(turn.local.year, last.deadline.year + 1)
    taken = {item.id for item in turn.home.rounds} | {call.round for call in turn.world.calls}
    base = YEAR.sub("", last.id).strip("-") or "round"
    ids = (f"{base}-{year}{letter}" for letter in ("", *"bcdefgh"))
    names = tuple((language.value, _renamed(words(last.name, language), year)) for language in turn.home.languages)
    found = next((name for name in ids if name not in taken), "")
    late = last.late.value if last.late is not Late.ASK else ""
    call = Call(turn.home.id, found, CallState.PREPARED, names, minutes=last.pitch_minutes, late=late)
    return call.but(place=last.place, language=last.language) if found else None


def _name(turn: Turn, call: Call) -> str:
    known = dict(call.names)
    return known.get(turn.language.value) or next(iter(known.values()), call.round)


def _renamed(name: str, year: int) -> str:
    return YEAR.sub(str(year), name) if YEAR.search(name) else f"{name} {year}"
