"""Whether a text is somebody's own distress: by its own words, else by what was learned.

Plain words decide alone (`distress/recognise.py`). Where they only come near, the learned scope has the last word.
"""

from knowledge.distress import recognise
from knowledge.language import Language
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.reading import read


def in_distress(text: str, lexicon: Lexicon, language: Language | None = None) -> Language | None:
    """Return the language in which somebody writes of their own distress, or of violence now; None if nobody does."""
    told = recognise.told(text)
    needed = recognise.suspect(text) if told is None else recognise.NEVER
    if needed == recognise.NEVER:
        return told
    for sentence in recognise.sentences(text):
        reading = read(sentence, lexicon, language)
        if reading.shares(lexicon.model, "scope").get("crisis", 0.0) >= max(needed, recognise.needed(sentence)):
            return reading.language
    return None
