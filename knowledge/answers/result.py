"""What reading an answer can come to: it was understood, or it is unclear why it was not.

Codes are keys of `dialogs/texts/<lang>/answers.yaml`, which words them; nothing here is seen by a person.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from knowledge.language import Language
from knowledge.municipality.pack import Field, Pack
from knowledge.normalising import visible

Json = Any
"""A value that survives JSON: str, int, float, bool, None, list, dict."""

_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """A soft warning about an understood answer. It never blocks; `values` are filled into its sentence."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


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
    """An answer as a proposal keeps it (`dialogs.values.Answer`)."""

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
class Said:
    """What was typed for a field, cleaned, with all that a reader may need to understand it.

    `known` holds the values of other fields by their ids, and under `topics` those that the need was
    matched to. `year` is the present year. `so_far` are the items of this very answer that came in messages before.
    """

    field: Field
    text: str
    language: Language
    pack: Pack
    known: Mapping[str, Json]
    year: int
    so_far: Sequence[Json] = ()

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

    def unclear(self, code: str, **values: str) -> Unclear:
        """Return why the words were not understood; they are always among the values as `said`."""
        return Unclear(code, {"said": self.quote, **values})


def quoted(text: str) -> str:
    """Return text as one line of at most 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"


def cleaned(text: str) -> str:
    """Return text as every reader sees it; line breaks and tabs stay, outer space goes."""
    return visible(text).strip()


def one_line(text: str) -> str:
    """Return text with every run of white space as one space."""
    return " ".join(text.split())


_MARK = r"[•*·▪●◦‣○■➢✓✔]+\s*|[-–—]+(?=\s|[^\W\d_])\s*"
BULLET = re.compile(rf"^\s*(?:{_MARK}|[0-9]{{1,2}}[.)]\s+(?=\S))+")
"""What stands before an item of a list: a mark, a dash that is no minus, or a number with a dot."""

_UNNUMBERED = re.compile(rf"^\s*(?:{_MARK})+")


def pieces(text: str, separators: str = r"[\n;]", *, numbered: bool = True) -> list[str]:
    """Return the parts of a list as somebody types it, without bullets, numbering and empty parts.

    Where a number with a dot may be a day, the list is not `numbered`.
    """
    parts = ((BULLET if numbered else _UNNUMBERED).sub("", part) for part in re.split(separators, text))
    return [one_line(part) for part in parts if part.strip(" \t.,;:-–—•*·")]
