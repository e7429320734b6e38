"""The visible words: one folder a language, one file a dialog, each string a Jinja2 template.

`say` renders a text as Telegram HTML with every value escaped; `plain` renders a label or a title without markup.
A missing key or value is an error in the house, never something a person sees: `tests/test_texts.py` lists them all.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date
from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context

from knowledge.answers.formats import locale_of, number
from knowledge.language import Language

FOLDER = Path(__file__).parent
CLOCK = {Language.SV: "'kl.' HH.mm", Language.FI: "'klo' H.mm", Language.EN: "'at' HH:mm"}
DAY_AND_MONTH = {Language.SV: "EEEE d MMMM", Language.FI: "cccc d. MMMM", Language.EN: "EEEE d MMMM"}
BRIEF_DAY = {Language.SV: "EEE d.M", Language.FI: "ccc d.M.", Language.EN: "EEE d MMM"}
NUMERIC_DAY = {Language.SV: "d.M.y", Language.FI: "d.M.y", Language.EN: "d MMMM y"}


def say(language: Language, key: str, **values: Any) -> str:
    """Return a text as HTML for Telegram. `key` is the name of a file and the names in it, joined by dots."""
    return _rendered(language, key, values, html=True) if values else _fixed(language, key, html=True)


def plain(language: Language, key: str, **values: Any) -> str:
    """Return a text without markup, as a button or a file name wants it."""
    return _rendered(language, key, values, html=False) if values else _fixed(language, key, html=False)


@cache
def in_all(key: str) -> frozenset[str]:
    """Return what a text without values says in each language, as people may type it whatever their own is."""
    return frozenset(plain(language, key) for language in Language)


@cache
def listed(key: str, language: Language | None = None) -> frozenset[str]:
    """Return the words that a text lists with commas between, of one language or of all."""
    lists = in_all(key) if language is None else {plain(language, key)}
    return frozenset(word.strip() for each in lists for word in each.split(","))


def cut(text: str, most: int) -> str:
    """Return a text, or so many letters of it with a mark that it goes on."""
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


@cache
def keys(language: Language) -> Mapping[str, str]:
    """Return every key of a language with its template source."""
    return {
        f"{path.stem}.{name}": text
        for path in sorted((FOLDER / language).glob("*.yaml"))
        for name, text in _flat(_read(path))
    }


def day(value: date, language: Language) -> str:
    """Return a day with its weekday: fredag 15 september 2023."""
    return _written(date(value.year, value.month, value.day), f"{DAY_AND_MONTH[Language(language)]} y", language)


def short_day(value: date, language: Language) -> str:
    """Return a day with its weekday and no year: fredag 15 september."""
    return _written(date(value.year, value.month, value.day), DAY_AND_MONTH[Language(language)], language)


def on_day(value: date, language: Language) -> str:
    """Return a day as it stands in a sentence that says when: perjantaina 15. syyskuuta 2023."""
    return _when(day(value, language), language)


def on_short_day(value: date, language: Language) -> str:
    """Return the same without the year: fredag 15 september, perjantaina 15. syyskuuta."""
    return _when(short_day(value, language), language)


def brief_day(value: date, language: Language) -> str:
    """Return a day as lists have room for it: fre 15.9."""
    return _written(date(value.year, value.month, value.day), BRIEF_DAY[Language(language)], language)


def numeric_day(value: date, language: Language) -> str:
    """Return a day in figures where the language writes so, with its year: 22.11.2026, 22 November 2026."""
    return _written(date(value.year, value.month, value.day), NUMERIC_DAY[Language(language)], language)


def month(value: date, language: Language) -> str:
    """Return a month as it stands by itself: september, syyskuu."""
    return _written(date(value.year, value.month, 1), "LLLL", language)


def figures(value: float, language: Language) -> str:
    """Return a number with the separators of the language: 2 000, in English 2,000."""
    return number(value, locale_of(language, ""))


def _when(written: str, language: Language) -> str:
    """Put the weekday that begins a date into the case that says when; only Finnish has one.

    Babel's pattern EEEE does so from Monday to Saturday, but CLDR has no such form of Sunday; every weekday takes -na.
    """
    if language != Language.FI:
        return written
    weekday, _, rest = written.partition(" ")
    return f"{weekday}na {rest}"


@lru_cache(maxsize=1024)
def _written(value: date, pattern: str, language: Language) -> str:
    return format_date(value, pattern, locale=language)


def clock(value: datetime, language: Language) -> str:
    """Return the wall time as people say it: kl. 15.45."""
    pattern = CLOCK[Language(language)]
    word, _, digits = pattern.partition(" ")
    hour = f"{value.hour:02d}" if "HH" in digits else str(value.hour)
    return f"{word.strip(chr(39))} {hour}{'.' if '.' in digits else ':'}{value.minute:02d}"


def _in_its_language(write: Callable[[Any, Language], str]) -> Callable[[Context, Any], str]:
    """A filter that writes a value in the language of the text that it stands in."""

    @pass_context
    def written(context: Context, value: Any) -> str:
        return write(value, context["language"])

    return written


def _inside(name: str) -> str:
    """A name as it stands inside a sentence: FO-nummer and IBAN keep their capitals."""
    return name if name[1:2].isupper() or name[1:2] == "-" else name[:1].lower() + name[1:]


def _plural(number: float | str, one: str, many: str) -> str:
    """The words that go with a number, which remarks about answers write as figures."""
    return one if number in (1, "1") else many


def _environment(*, html: bool) -> Environment:
    # Labels and file names are plain text by nature; only HTML is escaped.
    environment = Environment(autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # noqa: S701
    for write in (day, short_day, on_day, on_short_day, brief_day, numeric_day, clock, figures):
        environment.filters[write.__name__] = _in_its_language(write)
    environment.filters.update(plural=_plural, inside=_inside)
    return environment


ENVIRONMENTS = {html: _environment(html=html) for html in (True, False)}


def _rendered(language: Language, key: str, values: Mapping[str, Any], *, html: bool) -> str:
    return _template(language, key, html=html).render(language=language, **values).strip()


@cache
def _fixed(language: Language, key: str, *, html: bool) -> str:
    """A text that depends on nothing but its language."""
    return _rendered(language, key, {}, html=html)


@cache
def _template(language: Language, key: str, *, html: bool) -> Template:
    template = ENVIRONMENTS[html].from_string(keys(language)[key])
    template.globals = {}  # Jinja2's own functions: each rendering would copy them, and no text calls one.
    return template


def _read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) or {}


def _flat(tree: dict[str, Any], above: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in tree.items():
        path = f"{above}{name}"
        pairs += _flat(value, f"{path}.") if isinstance(value, dict) else [(path, str(value))]
    return pairs
