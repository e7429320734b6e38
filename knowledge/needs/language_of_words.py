"""In which of our languages words are spelled, as the model sees it, without reading what they are about.

The same is told as when a need is read, but of nearly everything that is typed: so only the few columns of the table
that speak of languages are added up, of which the sums are a tenth as wide.
"""

import math
from collections.abc import Collection, Sequence
from typing import NamedTuple

from knowledge.language import Language
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import Model
from knowledge.needs.reading import decided, likeliest, places_of_word
from knowledge.needs.words import features
from knowledge.needs.words.names_and_greetings import without_ignored
from knowledge.normalising import visible
from knowledge.tokens import Word, words_of

OUR_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzåäöéèàáêôüšž")
"""What words of our languages are written with, their loans among them."""


class Spelling(NamedTuple):
    """In which of our languages words are spelled, and the share that this language has.

    Of the different `words` that are no names, greetings or numbers, so many are `known`: learned as they stand.
    """

    language: Language
    share: float
    words: int
    known: int


def language_of(text: str, lexicon: Lexicon, language: Language | None = None) -> Language:
    """Tell the language of a text as reading a need does. `language` is that of the chat, for words of any language."""
    text = visible(text)
    return decided(_logits(without_ignored(text, words_of(text), lexicon.ignored), lexicon.model), language)


def spelling(text: str, lexicon: Lexicon) -> Spelling:
    """Tell how a text is spelled. Of a text without words the share is nought."""
    text = visible(text)
    words = without_ignored(text, words_of(text), lexicon.ignored)
    logits = _logits(words, lexicon.model)
    share, language = likeliest(logits or _beforehand(lexicon.model))
    shouted = text.isupper()
    own = {text[word.start : word.end].lower(): word.folded for word in words if _tells(word, text, shouted=shouted)}
    known = sum(_is_known(typed, folded, lexicon.model) for typed, folded in own.items())
    return Spelling(language, share if logits else 0.0, len(own), known)


def _tells(word: Word, text: str, *, shouted: bool) -> bool:
    """Whether a word may tell a language: it is not ignored, no name within the text, and has letters alone."""
    name = word.start > 0 and text[word.start].isupper() and not shouted
    return word.folded.isalpha() and not name


def _is_known(typed: str, folded: str, model: Model) -> bool:
    """Whether a word was learned as it was typed: folded, a Danish word may be a Swedish one."""
    return OUR_LETTERS.issuperset(typed) and model.weights.place(features.whole_word(folded)[0]) is not None


def _logits(words: Sequence[Word], model: Model) -> dict[str, float]:
    """The logit of each language by words and by their pieces; nothing where no word was recognised."""
    places = [places_of_word(word.folded, model.weights) for word in words]
    groups = [set().union(*(own[group] for own in places)) for group in range(2)]
    if not any(groups):
        return {}
    weighed = [_weighed(group, model) for group in groups]
    beforehand = _beforehand(model).items()
    return {
        label: sum([weights[column] for weights in weighed], bias) for column, (label, bias) in enumerate(beforehand)
    }


def _beforehand(model: Model) -> dict[str, float]:
    """How likely each language is before anything was read."""
    return {label: model.bias[lane] for label, lane in model.heads["language"].items()}


def _weighed(places: Collection[int], model: Model) -> list[float]:
    """What a group of features weighs for each language, brought to the length one."""
    *weights, squared = model.of_languages.total(places)
    length = math.sqrt(squared) if squared > 0 else 1.0
    return [weight / length for weight in weights]
