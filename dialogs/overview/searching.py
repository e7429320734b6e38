"""Cases found by what a navigator remembers of them: association, title, reference, state, owner, office.

What a case says is encrypted, so no index knows its words: the newest cases are opened and looked through. With 2 000
of them, each with a page of text, opening takes 20 to 30 ms and looking 8 ms (two slow cores, 2026-11-30), in the
thread of the database and not on the event loop.
"""

from collections.abc import Sequence

from dialogs import texts
from dialogs.cards.card import who_asks
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from knowledge.language import Language
from knowledge.municipality.pack import Pack

SEARCHED_AT_MOST = 2000
"""How many cases are looked through, the newest: those of some years in a city, in some 40 milliseconds."""


def found(turn: Turn, wanted: str, cases: Sequence[Case]) -> tuple[Case, ...]:
    """Return the cases that have every word, in the order given; all of them without words.

    A word may be a part of what is said of a case. The name of a state means the cases that are in it, whatever the
    language.
    """
    words, pack = simplified(wanted).split(), turn.home
    return tuple(case for case in cases if _has(case, pack, words)) if words else tuple(cases)


def _has(case: Case, pack: Pack, words: Sequence[str]) -> bool:
    said = _said_of(case, pack)
    return all(_means(word, case.state, said) for word in words)


def _means(word: str, state: CaseState, said: str) -> bool:
    if word in ALL_STATES:
        return word in STATES[state] or word in said.split()
    return word in said


def _said_of(case: Case, pack: Pack) -> str:
    """All that a case may be found by, as it compares."""
    offices = [name for office in pack.offices if office.id in case.need.offices for name in office.name.values()]
    parts = (case.reference, case.title, who_asks(case), case.writer, case.owner_name, *offices)
    return simplified(" ".join(parts))


STATES = {
    state: frozenset(simplified(texts.plain(language, f"desk.state_{state}")) for language in Language)
    for state in CaseState
}
"""What each state is called, in every language."""
ALL_STATES = frozenset().union(*STATES.values())
