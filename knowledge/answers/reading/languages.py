"""The languages that a text names."""

import re

from knowledge.answers.reading.denial import NEGATIONS
from knowledge.answers.reading.options import EXCEPT
from knowledge.answers.reading.pieces import pieces
from knowledge.answers.reading.vocabulary import LANGUAGES, found


def languages_in(text: str) -> list[str]:
    """Return the codes of the languages that a text names. A code counts as the whole text or a piece of a list."""
    alone = {piece.casefold().strip(" .!?()") for piece in pieces(text, r"[\n;,/]")}
    return [code for code, names in LANGUAGES.items() if code in alone or found(names, text)]


def denies_language(text: str) -> bool:
    """Tell whether a text that names a language says that it is not that one: "ej engelska", "en puhu englantia"."""
    return bool(found((*NEGATIONS, *EXCEPT), text) or re.match(r"en\s", text.strip(), re.IGNORECASE))
