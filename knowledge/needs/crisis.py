"""Whether a text is somebody's own distress: by its own words, else by what was learned.

Plain words decide alone (`distress.py`). Where they only come near, the learned scope has the last word.
"""

from knowledge import distress
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.reading import read
from knowledge.pack import Language


def in_distress(text: str, lexicon: Lexicon, language: Language | None = None) -> Language | None:
    """Return the language in which somebody writes of their own distress, or of violence now; None if nobody does."""
    told = distress.told(text)
    needed = distress.suspect(text) if told is None else distress.NEVER
    if needed == distress.NEVER:
        return told
    for sentence in distress.sentences(text):
        reading = read(sentence, lexicon, language)
        if reading.shares(lexicon.model, "scope").get("crisis", 0.0) >= max(needed, distress.needed(sentence)):
            return reading.language
    return None
