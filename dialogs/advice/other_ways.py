"""Which other answer would change the advice, so that a person sees what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.advice.known import answers
from dialogs.conversation.turn import Turn
from knowledge.advice.advise import advise
from knowledge.advice.questions import UNKNOWN, Said, options
from knowledge.municipality.pack import Form

OTHER_WAYS_SHOWN = 2
"""How many answers that would lead elsewhere are named: chosen by hand, more would hide the advice itself."""


@dataclass(frozen=True, slots=True)
class OtherWay:
    """One other answer that would lead to another form."""

    key: str
    value: str
    form: Form


def other_ways(turn: Turn, known: Said, because: tuple[str, ...]) -> tuple[OtherWay, ...]:
    """The nearest single answers that would lead to another form, one for each form; the person only if none does."""
    ways = list(_other_ways(turn, known, [reason.partition("=")[0] for reason in because]))
    naming = [way for way in ways if way.form is not Form.NAV or turn.home.partnership is Form.NAV] or ways
    nearest: dict[Form, OtherWay] = {}
    for way in naming:
        nearest.setdefault(way.form, way)
    return tuple(nearest.values())[:OTHER_WAYS_SHOWN]


def _other_ways(turn: Turn, known: Said, deciding: list[str]) -> Iterator[OtherWay]:
    """What is unknown first, then what decided, then the rest; another wish, and another asker, come late."""
    day = turn.local.date()
    now = advise(answers(turn, known), turn.home, day).form
    place = {key: deciding.index(key) if key in deciding else len(deciding) for key in known}
    rank = {key: (known[key] != UNKNOWN, key == "who", place[key], key == "want") for key in known}
    for key in sorted(known, key=lambda item: rank[item]):
        for value in options(key, known):
            form = advise(answers(turn, {**known, key: value}), turn.home, day).form
            if value != known[key] and form not in (now, Form.HELP):
                yield OtherWay(key, value, form)
