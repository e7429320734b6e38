"""What reading an answer can come to: it was understood, or it is unclear why it was not.

Codes are keys of `dialogs/texts/<lang>/answers.yaml`, which words them; nothing here is seen by a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from knowledge.answers.formats import locale_of, number
from knowledge.answers.reading.pieces import quoted
from knowledge.language import Language
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack

Json = Any
"""A value that survives JSON: str, int, float, bool, None, list, dict."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A soft warning about an understood answer. It never blocks; `values` are filled into its sentence.

    A note only tells the writer what was made of the words: the answer wants nothing more, and no paper speaks of it.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """An answer that was understood as `value`, in the shape of its kind."""

    value: Json
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Unclear:
    """An answer that was not understood; `code` names the sentence that says what is expected instead."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


Reading = Understood | Unclear


class Given(Protocol):
    """An answer as a proposal keeps it (`dialogs.records.proposal.Answer`)."""

    @property
    def state(self) -> str:
        """Return `given`, `unclear`, `unknown` or `skipped`."""

    @property
    def said(self) -> str:
        """Return what was typed."""

    @property
    def value(self) -> Json:
        """Return what was understood, None if nothing was."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for a field, cleaned, with all that a reader may need to understand it.

    `known` holds the values of other fields by their ids, and under "topics" those that the need was
    matched to. `year` is the present year. `so_far` are the items of this very answer that came in messages before.
    """

    field: Field
    text: str
    language: Language
    pack: Pack
    known: Mapping[str, Json]
    year: int
    so_far: Sequence[Json] = ()

    def told(self, meaning: Meaning) -> Json:
        """Return what another field of the proposal tells, None if nothing was understood there."""
        field = self.pack.field_that_means(meaning)
        return self.known.get(field.id) if field is not None else None

    @property
    def country(self) -> str:
        """Return the municipality's country, FI or SE."""
        return self.pack.country

    @property
    def currency(self) -> str:
        """Return the municipality's currency, EUR or SEK."""
        return self.pack.currency

    @property
    def quote(self) -> str:
        """Return the typed words, short enough to be shown back in a sentence."""
        return quoted(self.text)

    def figures(self, amount: int) -> str:
        """Return a number as it stands in a sentence to the writer: 2 000, in English 2,000."""
        return number(amount, locale_of(self.language, self.country))

    def unclear(self, code: str, **values: str) -> Unclear:
        """Return why the words were not understood; they are always among the values as `said`."""
        return Unclear(code, {"said": self.quote, **values})
