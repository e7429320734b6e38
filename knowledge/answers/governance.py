"""How an association is run: its rules, board and auditor (GU13), and who signs for it (GU10)."""

import re
from collections.abc import Sequence

from knowledge.answers.choices import OWN_WORDS
from knowledge.answers.result import Reading, Remark, Said, Understood, one_line, pieces
from knowledge.answers.vocabulary import (
    AUDITOR,
    BOARD,
    NO,
    ONE,
    PRESENT,
    ROLES,
    RULES,
    STARTED,
    TWO,
    Words,
    found,
    is_any,
    starts,
)

TRIAD: tuple[tuple[str, Words], ...] = (("rules", RULES), ("board", BOARD), ("auditor", AUDITOR))
STATES: tuple[tuple[str, Words], ...] = (("underway", STARTED), ("no", NO), ("yes", PRESENT))

# The Finnish "ja" is "and", the Swedish one is "yes": it parts two things only before a Finnish second one.
_JOINED = r"och|samt|ja(?=\s+(?:hall|tilin|toiminnan))|sekä|and|men|mutta|but"


def read_triad(said: Said) -> Reading:
    """Take yes, no or under way for rules, board and auditor: each with its word, or in that order."""
    parts = pieces(said.text, rf"[\n;,/]|\s(?:{_JOINED})\s")
    bare = [_bare_state(part) for part in parts]
    if len(bare) in {1, len(TRIAD)} and all(bare):
        states = bare if len(bare) == len(TRIAD) else bare * len(TRIAD)
        return Understood({key: state for (key, _), state in zip(TRIAD, states, strict=True)})
    named = _named_states(parts)
    if len(named) != len(TRIAD):
        return said.unclear("triad.unreadable")
    return Understood({key: named[key] for key, _ in TRIAD})


def _named_states(parts: Sequence[str]) -> dict[str, str]:
    """Return the state of each of the three that is named.

    A part without a yes or no of its own has that of the part before, else the next: "rules and board yes".
    """
    named: dict[str, str] = {}
    waiting: list[str] = []
    last = ""
    for part in parts:
        last = _state(part) or last
        waiting += [key for key, heard in TRIAD if found(heard, part)]
        if last:
            named.update(dict.fromkeys(waiting, last))
            waiting = []
    return named


def _state(part: str) -> str:
    return next((state for state, heard in STATES if found(heard, part)), "")


def _bare_state(part: str) -> str:
    return next((state for state, heard in STATES if is_any(heard, part)), "")


def read_signatories(said: Said) -> Reading:
    """Take whether one or two sign, and their roles. One role alone means that one signs."""
    text = one_line(said.text)
    one, two = found(ONE, text), found(TWO, text)
    roles = [match for match in (found((role,), text) for role in ROLES) if match]
    if not one and not two and not roles:
        return said.unclear("signatories.unreadable")
    joined = len(roles) > 1 and re.search(r"\s(?:och|ja|and|&|samt|sekä|\+)\s", text)
    count = 2 if two or (joined and not one) else 1
    begin = starts((*TWO, *ONE), text)
    named = (text[begin.end() :] if begin else text).strip(" .,:;()–—-") if roles else ""
    if len(named) > OWN_WORDS:
        return said.unclear("text.long", most=str(OWN_WORDS), length=str(len(named)))
    return Understood({"count": count, "roles": named}, () if named else (Remark("signatories.roles"),))
