"""In which of our languages a message is, so that the answer can be: only if its own words say so clearly.

What a message quotes or passes on is another matter: a Finn who sends a Swedish mail has not begun to speak Swedish.
"""

from typing import NamedTuple

from knowledge.identification.foreign import FEWEST_WORDS, is_foreign
from knowledge.identification.letters import in_other_letters
from knowledge.identification.own_words import own_words, pieces, without_addresses
from knowledge.language import Language
from knowledge.needs.language_of_words import Spelling, spelling
from knowledge.needs.model.lexicon import Lexicon
from knowledge.normalising import visible
from knowledge.remembered import remembered
from knowledge.tokens import words_of

SAMPLE = 300
"""So many letters tell a language as well as a whole text does."""
ENOUGH_WORDS = 3
"""In words that are no names or greetings: of fewer nobody can tell for sure that they are another language."""
CLEAR = 0.8
"""From this share of the spelling on words are clearly in a language. Of the first three words of 3 871 texts it is
told of 91 of a hundred and wrong of one, and nearly all these are mixed (docs/language.md)."""
TWO_WORDS, CLEAR_OF_TWO = 2, 0.9
"""In words and as a share: two words are enough for the first answer of all, where they are clearer."""
CLEAR_OF_A_PIECE = 0.75
"""The share from which on a part of a sentence counts as being in another language than the rest: of 1 500 texts twelve
are then mixed, and all of them are. Less clear than a whole message, for whoever passes words on says little."""

LIKELY = 0.6
"""As a share: what a known word is more likely in than in both others together is better than a guess at the town's."""


class Identified(NamedTuple):
    """The language of ours that a message is clearly in, None for none; and whether it is in one of all others."""

    language: Language | None
    foreign: bool = False


@remembered
def identified(text: str, lexicon: Lexicon, expected: Language | None = None, *, first: bool = False) -> Identified:
    """Tell in which language somebody writes, as far as their words do.

    `expected` is the language of the chat, or of the phone before the `first` answer. Then fewer words are enough, and
    what is passed on without a word of one's own is all there is to go by. Where two of ours are mixed, the expected
    one is meant, else the one that comes first.
    """
    text = without_addresses(visible(text))
    own = own_words(text)
    said = (own or text)[:SAMPLE]
    if in_other_letters(said):
        return Identified(None, foreign=True)
    if _says_too_little(said):
        return Identified(None)
    spelled = spelling(said, lexicon)
    if is_foreign(said, lexicon, expected, spelled):
        return Identified(None, foreign=True)
    if not own and not first:
        return Identified(None)
    mixed = _languages_of_pieces(said, lexicon) if own else ()
    if len(mixed) > 1:
        return Identified(expected if expected in mixed else mixed[0])
    return Identified(spelled.language if _is_clear(spelled, first=first) else None)


def likely_language(text: str, lexicon: Lexicon) -> Language | None:
    """Return the language that a word or two are likely in, None if none of them is known."""
    spelled = spelling(text, lexicon)
    return spelled.language if spelled.known and spelled.share >= LIKELY else None


def _says_too_little(text: str) -> bool:
    """Whether a text has too few words to tell any language: most answers to questions, which need not be read on."""
    return sum(word.folded.isalpha() for word in words_of(text)) < FEWEST_WORDS


def _is_clear(spelled: Spelling, *, first: bool) -> bool:
    if spelled.words >= ENOUGH_WORDS:
        return spelled.share >= CLEAR
    return first and spelled.words == TWO_WORDS and spelled.share >= CLEAR_OF_TWO


def _languages_of_pieces(text: str, lexicon: Lexicon) -> tuple[Language, ...]:
    """The languages of the parts of a text that are long enough to tell one, in order; none for a single part."""
    parts = [piece for piece in pieces(text) if len(piece.split()) >= ENOUGH_WORDS]
    spelled = [spelling(part, lexicon) for part in parts] if len(parts) > 1 else []
    clear = (part for part in spelled if part.words >= ENOUGH_WORDS and part.share >= CLEAR_OF_A_PIECE)
    return tuple(dict.fromkeys(part.language for part in clear))
