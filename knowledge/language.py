"""The languages that Lots speaks, the codes that name them, and a wording in each of them."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Language(StrEnum):
    """A language that Lots speaks."""

    SV = "sv"
    FI = "fi"
    EN = "en"


_SUBTAG = re.compile(r"[-_]")

Text = Mapping[Language, str]
"""One wording in each language."""


def words(text: Text, language: Language) -> str:
    """Return the wording in a language, or in Swedish where that language is missing."""
    return text.get(language) or text.get(Language.SV, "")


def language_of_code(code: str) -> Language | None:
    """Return the language that a code names, as phones send it: "sv", "fi-FI", "en_GB"; None where it is none of ours.

    The whole first part counts: "fil" is Filipino and not Finnish.
    """
    first = _SUBTAG.split(code.strip().casefold(), maxsplit=1)[0]
    return Language(first) if first in set(Language) else None
