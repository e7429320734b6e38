"""What is still worth asking before a form is advised, and which other answer would change the advice.

Reads the adviser's own table of rules, so that a new rule is asked about by itself. Advises nothing; that is
`knowledge.advice.adviser`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dialogs.advice.known import UNKNOWN, Said, answers, options, questions
from dialogs.conversation.turn import Turn
from knowledge.advice.adviser import CAN_PARTNER, FIRST_RULES, HARD, HARDEST, LATER_RULES, AdviceRule, Condition, advise
from knowledge.municipality.pack import Form, Pack, Stop

OTHER_WAYS_SHOWN = 2
"""How many answers that would lead elsewhere are named: chosen by hand, more would hide the advice itself."""


@dataclass(frozen=True, slots=True)
class OtherWay:
    """One other answer that would lead to another form."""

    key: str
    value: str
    form: Form


def open_questions(known: Said, pack: Pack) -> tuple[str, ...]:
    """The questions whose answers can still change the form, in their order; none when it is settled.

    The rules are read from the top: one that holds ends the list, and what comes just before it and leads to the same
    form decides nothing.
    """
    ways: list[tuple[Form, frozenset[str]]] = []
    end: Form | None = None
    for rule in _rules(pack):
        if any(_holds(condition, known) for condition in rule.when):
            end = rule.form
            break
        keys = frozenset(key for condition in rule.when for key in _open_keys(condition, known))
        ways += [(rule.form, keys)] if keys else []
    else:
        end = _end(known, pack)
    while ways and ways[-1][0] is end:
        ways.pop()
    wanted = frozenset(key for _, keys in ways for key in keys)
    return tuple(key for key in questions(pack) if key in wanted)


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


def _rules(pack: Pack) -> tuple[AdviceRule, ...]:
    return (*FIRST_RULES, *(_rule_of(stop) for stop in pack.stops), *LATER_RULES)


def _rule_of(stop: Stop) -> AdviceRule:
    """The stop as a rule about its own yes-or-no question."""
    return AdviceRule(stop.rule, ({stop.topic: frozenset(("true",))},), stop.form)


def _holds(condition: Condition, known: Said) -> bool:
    return all(key in known and known[key] in _kept(key, values) for key, values in condition.items())


def _open_keys(condition: Condition, known: Said) -> tuple[str, ...]:
    """The unanswered keys of a condition that may still come to hold."""
    if any(_kept(key, values).isdisjoint(_possible(key, known)) for key, values in condition.items()):
        return ()
    return tuple(key for key in condition if key not in known)


def _possible(key: str, known: Said) -> tuple[str, ...]:
    return (known[key],) if key in known else options(key, known)


def _kept(key: str, values: frozenset[Any]) -> frozenset[str]:
    """The values of a rule as they are kept; an umbrella is an association."""
    kept = frozenset(str(value).lower() for value in values)
    return kept | {"umbrella"} if key == "who" and "association" in kept else kept


def _end(known: Said, pack: Pack) -> Form | None:
    """The form when no rule holds: the partnership, a person, or not settled yet."""
    who = known.get("who", "")
    unknown = [key for key in (*HARDEST, *HARD) if known.get(key) == UNKNOWN]
    too_many = any(key in HARDEST for key in unknown) or len(unknown) > 1
    partner = not who or who in {*CAN_PARTNER, "umbrella"}
    if pack.partnership is Form.NAV or too_many or not partner:
        return Form.NAV
    return None if any(key not in known for key in (*HARD, *HARDEST, "who")) else pack.partnership
