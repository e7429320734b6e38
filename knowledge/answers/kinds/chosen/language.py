"""One language."""

import re

from knowledge.answers.reading.languages import denies_language, languages_in
from knowledge.answers.reading.vocabulary import LANGUAGES
from knowledge.answers.result import Reading, Typed, Understood


def read_language(said: Typed) -> Reading:
    """Take one language."""
    named = languages_in(said.text)
    offered = [option.value for option in said.field.options] or list(LANGUAGES)
    if number := re.fullmatch(r"([1-9])[.)]?", said.text, re.ASCII):
        named = offered[int(number[1]) - 1 : int(number[1])]
    if len(named) != 1 or named[0] not in offered or denies_language(said.text):
        return said.unclear("language.unreadable")
    return Understood(named[0])
