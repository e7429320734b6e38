"""Words that ask for a language by its name, and say nothing else.

A code alone is no name: "en" and "se" are words.
"""

from functools import cache

from babel import Locale

from dialogs import texts
from dialogs.conversation.typed import simplified
from knowledge.language import Language

OTHERS = (
    *("ar", "am", "be", "bg", "bn", "bs", "cs", "da", "de", "el", "es", "et", "fa", "fo", "fr", "he", "hi"),
    *("hr", "hu", "hy", "is", "it", "ja", "ka", "ko", "ku", "ln", "lt", "lv", "my", "nb", "ne", "nl", "nn"),
    *("no", "om", "pl", "ps", "pt", "ro", "ru", "rw", "se", "sk", "sl", "so", "sq", "sr", "sw", "ta", "th"),
    *("ti", "tr", "uk", "ur", "uz", "vi", "zh"),
)
"""Codes of languages that are spoken in the municipalities of the north and that Lots does not speak."""
BACK_VOWELS = frozenset("aou")


def named_language(text: str) -> Language | None:
    """Return the language of ours that words ask for, None for other words."""
    said = simplified(text.replace(",", " "))
    whole = next((code for code in Language if said in texts.listed("speaking.names", code)), None)
    if whole is not None:
        return whole
    named = [code for code in Language if not texts.listed("speaking.names", code).isdisjoint(said.split())]
    return named[0] if len(named) == 1 and _only_asks(said, texts.listed("speaking.names", named[0])) else None


def asks_for_another(text: str) -> bool:
    """Tell whether words ask for a language that is none of ours. Its name alone may be that of a country."""
    said = simplified(text.replace(",", " "))
    return _only_asks(said, _other_names()) and not _other_names().isdisjoint(said.split())


def _only_asks(said: str, names: frozenset[str]) -> bool:
    words = set(said.split()) - names
    return bool(words) and words <= texts.listed("speaking.asking")


@cache
def _other_names() -> frozenset[str]:
    """How other languages are called in each of ours, as they stand in a question."""
    called = {(code, Locale(code).languages.get(other, "").casefold()) for code in Language for other in OTHERS}
    return frozenset(form for code, name in called if name for form in _forms(code, name))


def _forms(language: Language, name: str) -> tuple[str, ...]:
    """A name, and in Finnish how it stands in "puhutteko venäjää" and "venäjäksi"."""
    if language is not Language.FI:
        return (name,)
    return (f"{name}{'a' if BACK_VOWELS & set(name) else 'ä'}", f"{name}ksi")
