"""A value on its way to people: in the chat, in summaries and on paper, in a language.

It speaks plain text; whoever shows it adds markup. Labels come from the field's options and the catalogue, the looks of
money, days and numbers from Babel.
"""

from dataclasses import dataclass

from babel import Locale

from knowledge.answers.formats import money, number
from knowledge.answers.labels import PARTS
from knowledge.answers.result import Json
from knowledge.language import Language, words
from knowledge.municipality.pack import Field

Lines = str | list[str]
"""One line for a simple value, one an item for lists and tables."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that is about to be shown, with what its looks depend on.

    `months` is the length of time that money is asked for, which the sums on a paper depend on; 0 if nothing tells.
    """

    field: Field
    value: Json
    language: Language
    locale: Locale
    currency: str
    months: int = 0

    def label(self, value: Json) -> str:
        """Return how an option of the field is called, or the value itself where the field has no such option."""
        for option in self.field.options:
            if option.value == str(value):
                return words(option.label, self.language)
        return str(value)

    def part(self, key: str) -> str:
        """Return one of the few words that belong to a kind of answer (`labels.py`)."""
        return words(PARTS[key], self.language)

    def money(self, amount: Json) -> str:
        """Return a sum in the municipality's currency."""
        return money(amount, self.currency, self.locale)


def as_it_is(shown: Shown) -> str:
    """Show words as they are."""
    return str(shown.value)


def as_number(shown: Shown) -> str:
    """Show a number with the separators of the language."""
    return number(shown.value, shown.locale)


def as_items(shown: Shown) -> list[str]:
    """Show a list of words as they are, and an empty one as a no."""
    return [str(item) for item in shown.value] or [shown.part("none")]


def as_labels(shown: Shown) -> list[str]:
    """Show chosen options by their labels, an empty list as a no, and own words as they are."""
    if isinstance(shown.value, str):
        return [shown.value]
    return [shown.label(value) for value in shown.value] or [shown.part("none")]
