"""Whether somebody writes of their own distress, or of violence that is going on now.

It reads sentence by sentence what the words themselves say. An association's work on the same subject is no distress:
then people who are helped are spoken of. Where a sentence in the first person only comes near, it is *suspect*, and
the learned model has the last word (`needs/crisis.py`).
"""

import re
import unicodedata

from knowledge.distress.words import EVERYDAY, GROUPS, SOMEBODY_NEAR, WORK, cue, patterns
from knowledge.language import Language
from knowledge.normalising import without_marks
from knowledge.remembered import remembered, remembered_sentence

FEW_WORDS = 2
"""A sentence of so many words ("hjälp mig", "tack så") is too short to come near distress without a pattern."""

NEAR, FAR, NEVER = 0.5, 0.85, 2.0
"""How sure the learned model must be, as a probability: low, as distress that is missed costs more than help lines
that nobody needed; lowest where a word of distress stands. On the 628 texts of `tests/knowledge/distress/` nothing is
missed up to 0.5 and 0.9, and more than at 0.5 taken wrongly below. No probability reaches the last."""
_SENTENCE_END = re.compile(r"[.!?…;:\n]+")
_APOSTROPHES = re.compile(r"['’‘´`]")
_PAUSE = re.compile(r"\s*(?:,|\s[-–—]+\s)\s*")
_NO_WORD = re.compile(r"[^\w,]+")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")


@remembered_sentence
def folded(text: str) -> str:
    """Return words as the patterns have them: no case, accents or apostrophes, and a comma as a word of its own."""
    one_line = " ".join(text.split())  # a row of blanks would be tried for a pause from each of them
    plain = without_marks(unicodedata.normalize("NFKD", _APOSTROPHES.sub("", one_line).casefold()))
    plain = _DRAWN_OUT.sub(r"\1", _PAUSE.sub(" , ", plain))
    return " ".join(_NO_WORD.sub(" ", plain).split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, but for those of a word or two."""
    return [one for one in _SENTENCE_END.split(text) if len(one.split()) > FEW_WORDS]


@remembered
def told(text: str) -> Language | None:
    """Return the language in which a sentence of a text tells of distress in plain words, None if none does."""
    joined = text.replace("\n", " ") if "\n" in text else ""  # a sentence may run on into the next line
    for sentence in (*_SENTENCE_END.split(text), *_SENTENCE_END.split(joined)):
        if language := _told(sentence):
            return language
    return None


def suspect(text: str) -> float:
    """Return how sure a closer reading must be to take a text for distress that no pattern knows; `NEVER` if never."""
    words = folded(text)
    # The cheapest question first, then the one that most texts fail.
    few = len(words.split()) <= FEW_WORDS
    if few or not SOMEBODY_NEAR.search(words) or is_of_others(words) or is_everyday(words):
        return NEVER
    return NEAR if any(cue(language).search(words) for language in Language) else FAR


def needed(sentence: str) -> float:
    """Return how sure a closer reading of one sentence must be: less where its own words come near distress."""
    return NEAR if any(cue(language).search(folded(sentence)) for language in Language) else FAR


@remembered_sentence
def _told(sentence: str) -> Language | None:
    words = folded(sentence)
    for language in Language:
        if not cue(language).search(words):
            continue
        firm, yielding = patterns(language)
        if firm.search(words) or (yielding.search(words) and not is_of_others(words)):
            return language
    return None


def is_everyday(words: str) -> bool:
    """Tell whether folded words hold what people say every day of being tired, such as of a form."""
    return bool(EVERYDAY.search(words))


def is_of_others(words: str) -> bool:
    """Tell whether folded words speak of people who are helped, or of work for them."""
    return bool(GROUPS.search(words) or WORK.search(words))
