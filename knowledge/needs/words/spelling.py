"""Which known word a misspelt one was meant to be.

Only words that nothing else knows are looked at, and only words with the same first letter and nearly the same
length are compared (rapidfuzz), so that a typing error costs microseconds and an unknown word stays unknown.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 5
"""In letters: shorter words are one slip away from too many others. At 4 letters nothing changes for needs, at 7
letters 2 of 1114 more are asked about."""
LETTERS_PER_SLIP = 5
"""One slip is forgiven for each five letters. At 7 letters a slip, or without any correction, 2 to 3 of 1114 needs more
are asked about; at 4 letters one need more is refused."""

ENDING = 3
"""So many letters at the end of a name's word may be bent away, so that "ensamhet" is heard in "ensamma". Set by hand:
with 2 letters 9 of 938 needs more find a topic that nothing was learned for, with 5 letters 6 fewer."""
KINDS_KEPT = 64
"""So many kinds of words (first letter and length) are kept cut: those of some ten needs with a slip."""

Spellings = Mapping[str, str]
"""The known words by first letter and length, such as "e8": those of one kind in one text, with spaces between.
Fifty thousand texts of their own would take memory and time at every start."""


def spellings_of(known: Iterable[str]) -> Spellings:
    """Sort known folded words by first letter and length."""
    spellings: dict[str, list[str]] = {}
    for word in known:
        if len(word) >= SHORTEST:
            spellings.setdefault(f"{word[0]}{len(word)}", []).append(word)
    return {kind: " ".join(words) for kind, words in spellings.items()}


@lru_cache(maxsize=KINDS_KEPT)
def _words(kept: str) -> tuple[str, ...]:
    return tuple(kept.split())


def corrected(word: str, spellings: Spellings) -> str | None:
    """Return the known word that an unknown folded word is a slip of, or None."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    slips = len(word) // LETTERS_PER_SLIP
    best: tuple[str, float] | None = None
    for length in range(len(word) - 1, len(word) + 2):
        near = process.extractOne(
            word, _words(spellings.get(f"{word[0]}{length}", "")), scorer=OSA.distance, score_cutoff=slips
        )
        if near is not None and (best is None or near[1] < best[1]):
            best = (near[0], near[1])
    return best[0] if best else None


def nearly_begins(word: str, stems: Iterable[str]) -> bool:
    """Tell whether a folded word begins with one of the stems or nearly so, endings left aside."""
    return any(_alike(word, stem) for stem in stems)


def _alike(word: str, stem: str) -> bool:
    core = stem[: max(SHORTEST, len(stem) - ENDING)]
    slips = len(core) // (2 * LETTERS_PER_SLIP)
    return word[:2] == core[:2] and OSA.distance(word[: len(core)], core, score_cutoff=slips) <= slips
