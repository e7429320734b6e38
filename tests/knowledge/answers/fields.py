"""What the tests of answers read with: a field of each kind in the shipped Vasa pack, and one of a Swedish pack."""

from dataclasses import replace
from functools import cache
from typing import Any

from knowledge.answers import read, show
from knowledge.answers.result import Json, Reading
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Field, Pack

YEAR = 2026


@cache
def vasa() -> Pack:
    """The shipped pack of Vasa: Finland, euro."""
    return load_packs(["vasa"])["vasa"]


@cache
def vaxjo() -> Pack:
    """The same pack, moved to Sweden and its crowns."""
    return replace(vasa(), country="SE", currency="SEK")


def field(name: str) -> Field:
    """A field by its id, or the first of a kind."""
    return vasa().fields_by_id.get(name) or next(one for one in vasa().fields if one.kind == name)


def reading(
    name: str,
    text: str,
    language: Language = Language.SV,
    pack: Pack | None = None,
    known: dict[str, Json] | None = None,
) -> Reading:
    """What a text means as the answer to a field."""
    return read(field(name), text, language, pack=pack or vasa(), known=known or {}, year=YEAR)


def value(name: str, text: str, **context: Any) -> Json:
    """The value of a text that is understood."""
    return reading(name, text, **context).value  # type: ignore[union-attr]


def shown(name: str, text: str, language: Language = Language.SV) -> str:
    """How the value of a text that is understood is shown."""
    return show(field(name), value(name, text, language=language), language, vasa())


def code(name: str, text: str, **context: Any) -> str:
    """Why a text is not understood; empty if it is."""
    return getattr(reading(name, text, **context), "code", "")


def remarks(name: str, text: str, **context: Any) -> list[str]:
    """The codes of the soft remarks on a text that is understood."""
    return [remark.code for remark in reading(name, text, **context).remarks]  # type: ignore[union-attr]
