"""What is still worth asking before a form is advised.

Reads the table of rules, so that a new rule is asked about by itself.
"""

from typing import Any

from knowledge.advice.questions import UNKNOWN, Said, options, questions
from knowledge.advice.rules import CAN_PARTNER, HARD, HARDEST, Condition, as_kept, rules, too_much_unknown
from knowledge.municipality.pack import Form, Pack


def open_questions(known: Said, pack: Pack) -> tuple[str, ...]:
    """The questions whose answers can still change the form, in their order; none when it is settled.

    The rules are read from the top: one that holds ends the list, and what comes just before it and leads to the same
    form decides nothing.
    """
    ways: list[tuple[Form, frozenset[str]]] = []
    end: Form | None = None
    for rule in rules(pack):
        if any(_holds(_as_asked(condition), known) for condition in rule.when):
            end = rule.form
            break
        keys = frozenset(key for condition in rule.when for key in _open_keys(_as_asked(condition), known))
        ways += [(rule.form, keys)] if keys else []
    else:
        end = _end(known, pack)
    while ways and ways[-1][0] is end:
        ways.pop()
    wanted = frozenset(key for _, keys in ways for key in keys)
    return tuple(key for key in questions(pack) if key in wanted)


def _as_asked(condition: Condition) -> Condition:
    """A condition by the questions that are asked: a topic that decides by itself has its own yes-or-no question."""
    topics = dict.fromkeys(condition.get("topic", ()), frozenset(("true",)))
    return {key: values for key, values in condition.items() if key != "topic"} | topics


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
    kept = frozenset(map(as_kept, values))
    return kept | {"umbrella"} if key == "who" and "association" in kept else kept


def _end(known: Said, pack: Pack) -> Form | None:
    """The form when no rule holds: the partnership, a person, or not settled yet."""
    who = known.get("who", "")
    unknown = [key for key, value in known.items() if value == UNKNOWN]
    partner = not who or who in {*CAN_PARTNER, "umbrella"}
    if pack.partnership is Form.NAV or too_much_unknown(unknown) or not partner:
        return Form.NAV
    return None if any(key not in known for key in (*HARD, *HARDEST, "who")) else pack.partnership
