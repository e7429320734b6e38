"""Whether somebody writes of their own distress, or of violence that is going on now.

It reads sentence by sentence what the words themselves say. An association's work on the same subject is no distress:
then people who are helped are spoken of. Where a sentence in the first person only comes near, it is *suspect*, and
the learned model has the last word (`needs/crisis.py`).
"""

import re
import unicodedata

from knowledge.distress.words import EVERYDAY, GROUPS, SOMEBODY_NEAR, WORK, cue, patterns
from knowledge.language import Language

FEW_WORDS = 2
"""A sentence of so many words ("hjälp mig", "tack så") is too short to come near distress without a pattern."""

NEAR, FAR, NEVER = 0.35, 0.85, 2.0
"""How sure the learned model must be, as a probability: low, as distress that is missed costs more than help lines
that nobody needed; lowest where a word of distress stands. On the 628 texts of `tests/knowledge/distress/` nothing is
missed or taken wrongly from 0.3 to 0.4 and from 0.8 to 0.9. No probability reaches the last."""
_SENTENCE_END = re.compile(r"[.!?…;:\n]+")
_APOSTROPHES = re.compile(r"['’‘´`]")
_PAUSE = re.compile(r"\s*(?:,|\s[-–—]+\s)\s*")
_NO_WORD = re.compile(r"[^\w,]+")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")


def folded(text: str) -> str:
    """Return words as the patterns have them: no case, accents or apostrophes, and a comma as a word of its own."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _DRAWN_OUT.sub(r"\1", _PAUSE.sub(" , ", plain))
    return " ".join(_NO_WORD.sub(" ", plain).split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, but for those of a word or two."""
    return [one for one in _SENTENCE_END.split(text) if len(one.split()) > FEW_WORDS]


def told(text: str) -> Language | None:
    """Return the language in which a sentence of a text tells of distress in plain words, None if none does."""
    joined = text.replace("\n", " ") if "\n" in text else ""  # a sentence may run on into the next line
    for sentence in (*_SENTENCE_END.split(text), *_SENTENCE_END.split(joined)):
        words = folded(sentence)
        if language := _told(words):
            return language
    return None


def suspect(text: str) -> float:
    """Return how sure a closer reading must be to take a text for distress that no pattern knows; `NEVER` if never."""
    words = folded(text)
    unlikely = _of_others(words) or EVERYDAY.search(words) or not SOMEBODY_NEAR.search(words)
    if unlikely or len(words.split()) <= FEW_WORDS:
        return NEVER
    return NEAR if any(cue(language).search(words) for language in Language) else FAR


def needed(sentence: str) -> float:
    """Return how sure a closer reading of one sentence must be: less where its own words come near distress."""
    return NEAR if any(cue(language).search(folded(sentence)) for language in Language) else FAR


def _told(words: str) -> Language | None:
    for language in Language:
        if not cue(language).search(words):
            continue
        firm, yielding = patterns(language)
        if firm.search(words) or (yielding.search(words) and not _of_others(words)):
            return language
    return None


def _of_others(words: str) -> bool:
    return bool(GROUPS.search(words) or WORK.search(words))
