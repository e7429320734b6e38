"""An answer to a field: how it is understood, how it is shown, and whether it still is one.

All of it is decided by the field's kind. Nothing here raises on any text or loses it: what is unclear is kept as typed
by whoever asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.answers.formats import locale_of
from knowledge.answers.kind import Kind
from knowledge.answers.reading.denial import says_none, says_unknown
from knowledge.answers.reading.number_words import in_figures
from knowledge.answers.reading.pieces import cleaned
from knowledge.answers.register import KINDS, kind_of
from knowledge.answers.result import Given, Json, Reading, Typed, Unclear
from knowledge.answers.shown import Shown
from knowledge.language import Language
from knowledge.municipality.pack import Field, Pack

NONE = "text.nothing"
"""The code of an answer that there is none of what is asked for, such as a web page."""


def read(
    field: Field,
    text: str,
    language: Language,
    *,
    pack: Pack,
    known: Mapping[str, Json],
    year: int,
    so_far: Sequence[Json] = (),
) -> Reading:
    """Understand what was typed for a field.

    `known` are the values of other fields by their ids, and under "topics" those that the need was matched to; `year`
    is the present year; `so_far` are items of this answer that came in messages before.
    """
    kind = kind_of(field)
    said = Typed(with_options(kind, field, pack), cleaned(text), language, pack, known, year, so_far)
    if not said.text:
        return Unclear("text.empty", {"said": ""})
    if kind.any_words and says_unknown(said.text):
        return said.unclear("text.unknown")
    if kind.may_be_lacking and says_none(said.text):
        return said.unclear(NONE)
    return _counted(kind, said) if kind.counts else kind.read(said)


def _counted(kind: Kind, said: Typed) -> Reading:
    """Read with numbers in figures; what is not understood is quoted as it was typed."""
    reading = kind.read(replace(said, text=in_figures(said.text)))
    if isinstance(reading, Unclear) and "said" in reading.values:
        return Unclear(reading.code, {**reading.values, "said": said.quote})
    return reading


def show(field: Field, value: Json, language: Language, pack: Pack) -> str:
    """Return a value as plain text; lists have one line an item."""
    return "\n".join(shown_lines(field, value, language, pack))


def shown_lines(field: Field, value: Json, language: Language, pack: Pack) -> tuple[str, ...]:
    """Return a value as lines: one for a simple value, one an item for lists and tables."""
    kind = kind_of(field)
    lines = kind.show(to_be_shown(kind, field, value, language, pack))
    return (lines,) if isinstance(lines, str) else tuple(lines)


def to_be_shown(kind: Kind, field: Field, value: Json, language: Language, pack: Pack, months: int = 0) -> Shown:
    """Return a value with what its looks depend on; `months` is the time that money is asked for, 0 if unknown."""
    locale = locale_of(language, pack.country)
    return Shown(with_options(kind, field, pack), value, language, locale, pack.currency, months)


def with_options(kind: Kind, field: Field, pack: Pack) -> Field:
    """Return a field with the options that its pack keeps elsewhere: the topics of the catalogue, the city's goals."""
    options = kind.options(field, pack)
    return field if options is field.options else replace(field, options=options)


def fits(field: Field, value: Json) -> bool:
    """Tell whether a value has the shape of a field's kind. Whether it is a good answer, its reader has judged."""
    return kind_of(field).fits(value)


def of_another_kind(fields: Mapping[str, Field], answers: Mapping[str, Given]) -> list[str]:
    """Return the ids of the fields whose given answer does not fit them: it was understood as another kind."""
    given = [(name, item.value) for name, item in answers.items() if item.state == "given" and name in fields]
    return [name for name, value in given if not KINDS[fields[name].kind].fits(value)]
