"""Whether an association has rules, a board and an auditor.

A yes or a no belongs to the word beside it. Whether something exists is a condition of the city (V27), so what could
belong to two words is asked about.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.pieces import pieces
from knowledge.answers.reading.vocabulary import (
    AUDITOR,
    BOARD,
    NO,
    PRESENT,
    RULES,
    STARTED,
    Words,
    found,
    heard,
    is_any,
    pattern,
)
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown

THE_THREE: tuple[tuple[str, Words], ...] = (("rules", RULES), ("board", BOARD), ("auditor", AUDITOR))
STATES: tuple[tuple[str, Words], ...] = (("underway", STARTED), ("no", NO), ("yes", PRESENT))
# The Finnish "ja" is "and", the Swedish one is "yes": it joins two things only before a Finnish second one.
_JOINED = r"och|samt|ja(?=\s+(?:hall|tilin|toiminnan))|sekä|and"
_FINNISH_AND = re.compile(r"\sja(?=\s+(?:hall|tilin|toiminnan|sään))")
_CLAUSE = re.compile(r"[\n;,/.]|\s(?:men|mutta|but)\s")
_HAVE = heard("finns, har, vi har, on, have, we have, has")
_OF_EACH_YEAR = heard(
    "årligen, varje år, årsmöte*, vuosittain, joka vuosi, vuosikokou*, annual*, each year, every year"
)
"""Beside "väljs" they do not tell whether there is one now."""

_LIGHT = heard(
    "en, ett, egen, eget, egna, vår, våra, vårt, vi, också, även, oma, omat, meidän, meillä, me, myös, the, a, an, "
    "our, "
    "we, own, också, dessutom, lisäksi, also, och, samt, ja, sekä, and"
)
"""The words beside rules, board or auditor that say nothing of them."""

_YEAR = re.compile(r"(?<![\w.,])(?:18|19|20)[0-9]{2}(?![\w])")
Met = tuple[str, str]
"""What was met in a text: one of the three (`rules`, `board`, `auditor`) or a state, and which it is."""


def _read(said: Typed) -> Reading:
    """Take yes, no or under way for rules, board and auditor: each with its word, or in that order.

    A year beside the rules says that they exist, and is kept.
    """
    parts = pieces(said.text, rf"[\n;,/\t]|\s(?:{_JOINED}|men|mutta|but)\s")
    bare = [_bare_state(part) for part in parts]
    if len(bare) in {1, len(THE_THREE)} and all(bare):
        states = bare if len(bare) == len(THE_THREE) else bare * len(THE_THREE)
        return Understood({key: state for (key, _), state in zip(THE_THREE, states, strict=True)})
    named = _named_states(_CLAUSE.split(_FINNISH_AND.sub(" &", said.text)))
    if named is None or len(named) != len(THE_THREE):
        return said.unclear("triad.unreadable")
    years = _YEAR.findall(said.text)
    return Understood({key: named[key] for key, _ in THE_THREE} | ({"year": int(years[0])} if len(years) == 1 else {}))


def _named_states(clauses: Sequence[str]) -> dict[str, str] | None:
    """Return the state of each of the three that is named; None if one could belong to two of them.

    A yes also holds for what is joined to it, as nothing is denied by that: "rules and board yes", "we have rules, a
    board". A no, and what is under way, hold for the word beside them alone.
    """
    named: dict[str, str] = {}
    waiting: list[str] = []
    carried = ""
    for clause in clauses:
        pairs = _pairs(list(_met(clause)))
        if pairs is None or (found(STARTED, clause) and found(_OF_EACH_YEAR, clause)):
            return None
        if any(state and named.get(key, state) != state for key, state in pairs):
            return None
        named |= {key: state for key, state in pairs if state}
        without = [key for key, state in pairs if not state]
        if without and _says_more(clause):
            return None
        named |= dict.fromkeys(without, carried) if carried else {}
        waiting += [] if carried else without
        carried = _carried(clause, pairs, carried)
    if waiting and set(named.values()) <= {"yes"} and named:
        named |= dict.fromkeys(waiting, "yes")
    return named if all(key in named for key in waiting) else None


def _says_more(clause: str) -> bool:
    """Tell whether a clause without a yes or no says something of what it names: "stadgar uppdateras"."""
    rest = pattern((*RULES, *BOARD, *AUDITOR, *_LIGHT)).sub(" ", clause.casefold())
    return bool(re.search(r"[^\W\d_]", rest))


def _met(clause: str) -> Iterator[Met]:
    """Return what stands in a clause, in order."""
    plain = clause.casefold()
    hits = [(match.start(), "part", key) for key, names in THE_THREE for match in pattern(names).finditer(plain)]
    taken: list[range] = []
    for _, signs in STATES:
        for match in pattern(signs).finditer(plain):
            denied = len(hits) == 1 and match.group() in _HAVE and found(NO, plain)  # "finns inte", "vi har ingen"
            if not denied and not any(match.start() in span for span in taken):
                taken.append(range(match.start(), match.end()))
    states = [(span.start, "state", _state_of(plain[span.start : span.stop])) for span in taken]
    if _YEAR.search(clause) and not states and found(RULES, clause):
        states = [(len(clause), "state", "yes")]
    return ((kind, name) for _, kind, name in sorted([*hits, *states]))


def _state_of(words: str) -> str:
    return next(state for state, signs in STATES if words in signs)


def _pairs(met: Sequence[Met]) -> list[tuple[str, str]] | None:
    """Return each of the three in a clause with its state, empty if the clause has none; None if that is not clear."""
    states = [name for kind, name in met if kind == "state"]
    parts = [name for kind, name in met if kind == "part"]
    if len(set(states)) <= 1:
        state = states[0] if states else ""
        return [(part, state) for part in parts] if state in {"", "yes"} or len(parts) <= 1 else None
    if len(states) != len(parts) or any(first[0] == second[0] for first, second in pairwise(met)):
        return None
    return list(zip(parts, states, strict=True))


def _carried(clause: str, pairs: Sequence[tuple[str, str]], carried: str) -> str:
    """Return the yes that goes on to the next clause: one that stood before its word, "vi har stadgar, styrelse"."""
    if not pairs:
        return carried
    yes, part = found(PRESENT, clause), found((*RULES, *BOARD, *AUDITOR), clause)
    leads = yes is not None and part is not None and yes.start() < part.start()
    states = {state for _, state in pairs}
    return "yes" if (states == {"yes"} and leads) or (states == {""} and carried) else ""


def _bare_state(part: str) -> str:
    return next((state for state, heard in STATES if is_any(heard, part)), "")


def _show(shown: Shown) -> list[str]:
    lines = [f"{shown.part(key)}: {shown.label(shown.value[key]).casefold()}" for key, _ in THE_THREE]
    year = shown.value.get("year")
    return [f"{lines[0]} ({year})", *lines[1:]] if year else lines


TRIAD = Kind(
    name="triad", read=_read, show=_show, fits=holds(*(key for key, _ in THE_THREE)), on_sheet=SheetPart.GOVERNANCE
)
