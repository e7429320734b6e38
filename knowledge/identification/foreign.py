"""Whether a text is in a language that Lots does not speak.

Three must agree: few of its words are known here, the model of many languages says so, and the spelling is not plainly
that of one of ours. Neighbours are spelled much alike, so that there the spelling has no say.
"""

from collections.abc import Mapping

from knowledge.identification import others
from knowledge.identification.letters import in_other_letters
from knowledge.language import Language
from knowledge.needs.language_of_words import Spelling, spelling
from knowledge.needs.model.lexicon import Lexicon

# What each number was tried on stands in docs/language.md.
KNOWN = 0.7
"""From this share of known words on a text is in one of ours, whatever the model says."""
FEWEST_WORDS = 2
"""Of a single word nobody can tell; of two, both must be unknown."""
OTHER, SURELY_OTHER = 0.3, 0.1
"""As shares: so likely at most is one of ours, where nothing speaks for it; and where it is the language of the chat or
of the phone, or where two words are all there is."""
PLAINLY_OURS = 0.85
"""The share of the spelling from which on a text is in one of ours, unless a neighbour is meant."""
NEIGHBOURS: Mapping[Language, frozenset[str]] = {
    Language.SV: frozenset(("no", "nn", "da", "is", "fo")),
    Language.FI: frozenset(("et",)),
}
"""Codes of languages that are spelled like one of ours. What is like no other language was often learned as English,
for half its words are Latin: English speaks against no other."""


def is_foreign(text: str, lexicon: Lexicon, expected: Language | None = None, spelled: Spelling | None = None) -> bool:
    """Tell whether a text is in none of our languages. `expected` is the language of the chat or else of the phone."""
    if in_other_letters(text):
        return True
    spelled = spelled or spelling(text, lexicon)
    few = spelled.words == FEWEST_WORDS
    if spelled.words < FEWEST_WORDS or spelled.known >= KNOWN * spelled.words or (few and spelled.known):
        return False
    guess = others.guess(text)
    if guess is None:
        return False
    neighbours = NEIGHBOURS.get(spelled.language) if spelled.known else None
    if neighbours and spelled.share >= PLAINLY_OURS and guess.other not in neighbours:
        return False
    return guess.ours < (SURELY_OTHER if few or spelled.language is expected else OTHER)
