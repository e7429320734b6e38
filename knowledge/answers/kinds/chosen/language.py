"""One language."""

import re

from knowledge.answers.formats import language_name
from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.languages import denies_language, languages_in
from knowledge.answers.reading.vocabulary import LANGUAGES
from knowledge.answers.result import Json, Reading, Typed, Understood
from knowledge.answers.shape import is_words
from knowledge.answers.shown import Shown


def _read(said: Typed) -> Reading:
    """Take one language."""
    named = languages_in(said.text)
    offered = [option.value for option in said.field.options] or list(LANGUAGES)
    if number := re.fullmatch(r"([1-9])[.)]?", said.text, re.ASCII):
        named = offered[int(number[1]) - 1 : int(number[1])]
    if len(named) != 1 or named[0] not in offered or denies_language(said.text):
        return said.unclear("language.unreadable")
    return Understood(named[0])


def _show(shown: Shown) -> str:
    return language_name(shown.value, shown.locale).capitalize()


def _fits(value: Json) -> bool:
    return is_words(value) and value in LANGUAGES


LANGUAGE = Kind(name="language", read=_read, show=_show, fits=_fits, names_a_language=True, on_sheet=SheetPart.CONTACT)
