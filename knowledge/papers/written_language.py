"""In which of the three languages answers are written, told by the small words that every text is full of.

A paper in Finnish may carry answers in Swedish: a screen reader must know where to change its voice, and its readers
are told. Papers are made without the learned model, and are told by a plain count.
"""

import re
from collections import Counter
from collections.abc import Mapping

from knowledge.language import Language

FEWEST_WORDS = 4
"""So many small words tell a language; fewer may be a name or a loan."""

CLEARLY_MORE = 2
"""So many times the small words of the next language: som, en and man are words of more than one."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL: Mapping[Language, frozenset[str]] = {
    Language.SV: _listed(
        "och att det som en ett på är för med av vi den till inte har om de så ni kan där när vid från varje eller "
        "många utan hos alla också var ska"
    ),
    Language.FI: _listed(
        "ja on että ei me se joka ovat sekä kanssa ne tai myös niin kun mutta hän jotka joita jossa koko voi olla "
        "yhdessä monet moni kaikki heille meillä ilman jo vain"
    ),
    Language.EN: _listed(
        "the and of to a is that we in it for with are on they this be have who can or not from every many our their "
        "there when at all"
    ),
}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> Language | None:
    """Return the language of a text, None if its small words do not tell."""
    words = Counter(_WORD.findall(text.casefold()))
    counts = {language: sum(words[word] for word in small) for language, small in _SMALL.items()}
    second, first = sorted(counts, key=lambda language: counts[language])[-2:]
    return first if counts[first] >= FEWEST_WORDS and counts[first] > CLEARLY_MORE * counts[second] else None
