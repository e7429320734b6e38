"""The languages that Lots speaks, and a wording in each of them."""

from collections.abc import Mapping
from enum import StrEnum


class Language(StrEnum):
    """A language that Lots speaks."""

    SV = "sv"
    FI = "fi"
    EN = "en"


Text = Mapping[Language, str]
"""One wording in each language."""


def words(text: Text, language: Language) -> str:
    """Return the wording in a language, or in Swedish where that language is missing."""
    return text.get(language) or text.get(Language.SV, "")
