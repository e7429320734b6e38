"""Whether a text is somebody's own distress: by its own words, else by what was learned.

Plain words decide alone (`distress.py`). Where they only come near, the learned scope has the last word.
"""

from knowledge import distress
from knowledge.matching.model import Model
from knowledge.matching.reading import Lexicon, Reading, read
from knowledge.pack import Language


def in_distress(text: str, lexicon: Lexicon, language: Language | None = None) -> Language | None:
    """Return the language in which somebody writes of their own distress, or of violence now; None if nobody does."""
    told = distress.told(text)
    if told is not None or distress.suspect(text) == distress.NEVER:
        return told
    reading = read(text, lexicon, language)
    return reading.language if _sounds_like(reading, lexicon.model) else None


def in_crisis(reading: Reading, model: Model) -> bool:
    """Tell the same of a text that has been read already."""
    return distress.told(reading.text) is not None or _sounds_like(reading, model)


def _sounds_like(reading: Reading, model: Model) -> bool:
    share: float = reading.shares(model, "scope").get("crisis", 0.0)
    return share >= distress.suspect(reading.text)
