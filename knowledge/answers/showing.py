"""An understood answer as people read it, in a language: in the chat, in summaries and on paper.

It speaks plain text; whoever shows it adds markup. Labels come from the field's options and the catalogue,
the looks of money, days and numbers from Babel.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale

from knowledge.answers.formats import day, language_name, locale_of, minutes, money, months, number
from knowledge.answers.kinds.association.triad import TRIAD
from knowledge.answers.kinds.contact.phone import shown_phone
from knowledge.answers.labels import PARTS
from knowledge.answers.reading.options import label_of, prepared
from knowledge.answers.result import Json
from knowledge.language import Language, words
from knowledge.municipality.pack import Field, Pack

_IBAN_GROUP = 4
"""The signs of one group of an IBAN as it is printed (ISO 13616), as people compare it by eye."""


@dataclass(frozen=True, slots=True)
class _Show:
    """A value that is about to be shown, with what its looks depend on."""

    field: Field
    value: Json
    language: Language
    locale: Locale
    currency: str

    def label(self, value: Json) -> str:
        return label_of(self.field, value, self.language)

    def part(self, key: str) -> str:
        return words(PARTS[key], self.language)

    def money(self, amount: Json) -> str:
        return money(amount, self.currency, self.locale)


def show(field: Field, value: Json, language: Language, pack: Pack) -> str:
    """Return a value as plain text; lists have one line an item."""
    return "\n".join(shown_lines(field, value, language, pack))


def shown_lines(field: Field, value: Json, language: Language, pack: Pack) -> tuple[str, ...]:
    """Return a value as lines: one for a simple value, one an item for lists and tables."""
    locale = locale_of(language, pack.country)
    lines = _LINES[field.kind](_Show(prepared(field, pack), value, language, locale, pack.currency))
    return (lines,) if isinstance(lines, str) else tuple(lines)


def _words(shown: _Show) -> str:
    return str(shown.value)


def _items(shown: _Show) -> list[str]:
    return [str(item) for item in shown.value] or [_none(shown)]


def _org_number(shown: _Show) -> str:
    return str(shown.value["number"])


def _place_year(shown: _Show) -> str:
    return f"{shown.value['place']}, {shown.value['year']}"


def _phone(shown: _Show) -> str:
    return shown_phone(str(shown.value))


def _person(shown: _Show) -> str:
    return ", ".join(part for part in (shown.value["name"], shown.value["role"]) if part)


def _signatories(shown: _Show) -> str:
    count = shown.label(shown.value["count"]) if shown.value["count"] else ""
    if not count:
        return str(shown.value["roles"])
    return f"{count}: {shown.value['roles']}" if shown.value["roles"] else count


def _account(shown: _Show) -> str:
    kind, digits = shown.value["kind"], shown.value["number"]
    if kind != "iban":
        return f"{kind.capitalize()} {digits}"
    grouped = "IBAN " + " ".join(digits[place : place + _IBAN_GROUP] for place in range(0, len(digits), _IBAN_GROUP))
    return f"{grouped} ({shown.value['note']})" if shown.value.get("note") else grouped


def _number(shown: _Show) -> str:
    return number(shown.value, shown.locale)


def _triad(shown: _Show) -> list[str]:
    lines = [f"{shown.part(key)}: {shown.label(shown.value[key]).casefold()}" for key, _ in TRIAD]
    year = shown.value.get("year")
    return [f"{lines[0]} ({year})", *lines[1:]] if year else lines


def _staff(shown: _Show) -> list[str]:
    return [f"{shown.part(key)}: {number(shown.value[key], shown.locale)}" for key in ("paid", "volunteers")]


def _funding(shown: _Show) -> list[str]:
    return [_funding_line(shown, row) for row in shown.value] or [_none(shown)]


def _funding_line(shown: _Show, row: Mapping[str, Json]) -> str:
    line = row["source"] if row["sum"] is None else f"{row['source']}: {shown.money(row['sum'])}"
    return f"{line} ({row['note']})" if row["note"] else str(line)


def _topics(shown: _Show) -> list[str]:
    return [label[:1].upper() + label[1:] for label in _labels(shown)]


def _named_language(shown: _Show) -> str:
    return language_name(shown.value, shown.locale).capitalize()


def _labels(shown: _Show) -> list[str]:
    if isinstance(shown.value, str):
        return [shown.value]
    return [shown.label(value) for value in shown.value] or [_none(shown)]


def _costs(shown: _Show) -> list[str]:
    return [f"{row['what']}: {shown.money(row['sum'])}" for row in shown.value]


def _yearly(shown: _Show) -> list[str]:
    rows = [(row["year"], shown.money(row["sum"])) for row in shown.value]
    return [f"{year}: {amount}" if year else f"{amount} {shown.part('yearly')}" for year, amount in rows]


def _period(shown: _Show) -> list[str]:
    start, end = (day(date.fromisoformat(shown.value[key]), shown.locale) for key in ("start", "end"))
    return [f"{start} – {end}", *shown.value["dates"]]


def _choice_text(shown: _Show) -> list[str]:
    return [shown.label(shown.value["choice"]), *([shown.value["text"]] if shown.value["text"] else [])]


def _months(shown: _Show) -> str:
    return months(shown.value, shown.locale)


def _pitch(shown: _Show) -> list[str]:
    value = shown.value
    named = language_name(value["language"], shown.locale) if value["language"] else ""
    first = ", ".join(part for part in (value["who"], named) if part)
    parts = [f"{part['what']}: {minutes(part['minutes'], shown.locale)}".lstrip(": ") for part in value["minutes"]]
    needs = f"{shown.part('needs')}: {value['needs']}" if value["needs"] else ""
    return [line for line in (first, *parts, needs) if line]


def _labelled(shown: _Show) -> str:
    """Return a value by its label where the field has one, else as it is."""
    return shown.label(shown.value)


def _none(shown: _Show) -> str:
    """Return how an empty list is called."""
    return words(PARTS["none"], shown.language)


_LINES: Mapping[str, Callable[[_Show], str | list[str]]] = {
    "text": _words, "name": _words, "register-number": _words, "address": _words, "email": _labelled,
    "url": _words, "org-number": _org_number, "place-year": _place_year, "phone": _phone, "person": _person,
    "signatories": _signatories, "account": _account, "integer": _number, "triad": _triad,
    "staff": _staff, "funding-list": _funding, "language": _named_language, "ticks": _labels, "texts": _items,
    "measures": _items, "costs": _costs, "period": _period, "choice-text": _choice_text, "yearly": _yearly,
    "months": _months, "partners": _items, "topics": _topics, "goal": _labels, "pitch": _pitch,
}  # fmt: skip
