"""Whether a text is somebody's own distress: by its own words, else by what was learned.

Plain words decide alone (`distress/recognise.py`). Where they only come near, the learned scope has the last word.
Where the meaning of a text is read anyway, it is heard as well.
"""

from knowledge.distress import recognise
from knowledge.language import Language
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.reading import Reading, read, with_meaning, without_courtesies
from knowledge.remembered import remembered

NEAR, FAR, AWAY, OF_OTHERS, EVERYDAY = 0.3, 0.5, 0.5, 0.6, 0.95
"""The least share of distress by words and meaning together: where a word of distress stands, where somebody near is
spoken of, anywhere else, where people who are helped are spoken of, and where everyday words for being tired stand. Of
290 texts of distress by hands left out 270 are found so, and 8 of 120 that only sound like it are taken for it. `NEAR`
at 0.1 finds 4 more and takes 3 more, at 0.4 it is one fewer of each; `AWAY` at 0.4 changes nothing."""
LONG = 5
"""In words: the meaning of fewer is too like that of what people say every day. At 10 words 8 of 290 texts of distress
fewer are found; at 4 nothing changes."""
FEW = 12
"""In words: of so few a greeting and a name are a great part. Of 49 texts of distress that only their meaning tells and
that have such words none is lost; without a limit one is, whose last words are a letter's."""


@remembered
def in_distress(
    text: str, lexicon: Lexicon, language: Language | None = None, *, meant: bool = False
) -> Language | None:
    """Return the language in which somebody writes of their own distress, or of violence now; None if nobody does.

    `meant` reads the meaning of the whole text as well, which takes long (`with_meaning`).
    """
    told = recognise.told(text)
    if told is not None:
        return told
    suspected = recognise.suspect(text)
    closely = suspected == recognise.NEAR or (suspected == recognise.FAR and not meant)
    by_words = _in_a_sentence(text, suspected, lexicon, language) if closely else None
    return by_words or (
        _as_a_whole(text, suspected, lexicon, language) if meant and len(text.split()) >= LONG else None
    )


def _in_a_sentence(text: str, needed: float, lexicon: Lexicon, language: Language | None) -> Language | None:
    for sentence in recognise.sentences(text):
        reading = read(sentence, lexicon, language)
        if _share(reading, lexicon) >= max(needed, recognise.needed(sentence)):
            return reading.language
    return None


def _as_a_whole(text: str, suspected: float, lexicon: Lexicon, language: Language | None) -> Language | None:
    """Hear distress in a whole text. Where no word of it stands, a greeting and a name may not make the difference."""
    reading = with_meaning(read(text, lexicon, language), lexicon)
    enough = _enough(text, suspected)
    if _share(reading, lexicon) < enough:
        return None
    few = suspected == recognise.NEVER and len(text.split()) <= FEW
    bare = without_courtesies(reading) if few else None
    again = with_meaning(read(bare, lexicon, language), lexicon) if bare else reading
    return reading.language if _share(again, lexicon) >= enough else None


def _share(reading: Reading, lexicon: Lexicon) -> float:
    return reading.shares(lexicon.model, "scope").get("crisis", 0.0)


def _enough(text: str, suspected: float) -> float:
    if suspected != recognise.NEVER:
        return NEAR if suspected == recognise.NEAR else FAR
    words = recognise.folded(text)
    if recognise.is_everyday(words):
        return EVERYDAY
    return OF_OTHERS if recognise.is_of_others(words) else AWAY
