"""Reads the words of a pack as a reader would: every wording, the buttons, and how hard the Swedish is (LIX).

It measures and lists; what is too hard or too long is for the tests to say.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.answers import read
from knowledge.answers.result import Unclear
from knowledge.language import Language, Text, words
from knowledge.municipality.pack import Pack

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäöé]+\b")


def addresses(folder: Path) -> list[str]:
    """List the e-mail addresses in the files of a pack."""
    return [found for page in _pages(folder, "*") for found in ADDRESS.findall(page)]


def names(folder: Path) -> set[str]:
    """List what looks like a first and a last name, where Swedish or Finnish would not have two capitals."""
    pages = [*_pages(folder, "wording.sv"), *_pages(folder, "wording.fi"), *_pages(folder, "examples")]
    return {found for page in pages for found in NAME.findall(page)}


def _pages(folder: Path, name: str) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob(f"{name}.yaml"))]


def lix(text: str) -> float:
    """Return words per sentence plus the share of words longer than six letters, in per cent."""
    found = re.findall(r"[^\W_]+", text)
    sentences = re.findall(r"[.!?:]+(?:\s|$)", text) or [text]
    long = [word for word in found if len(word) > 6]
    return len(found) / len(sentences) + 100 * len(long) / len(found)


def sections(pack: Pack) -> dict[str, list[Text]]:
    """Return the running text of a pack by section."""
    return {
        "offices": [text for item in pack.offices for text in (item.why, item.takes, item.refuses)],
        "roles": [item.task for item in pack.roles.values()],
        "other_doors": [item.words for item in pack.other_doors.values()],
        "forms": [text for item in pack.forms for text in (item.explained, item.fits)],
        "fields": [text for item in pack.fields for text in (item.question, item.why, item.help)],
        "examples": [item.text for item in pack.examples],
        "unknown": [text for item in pack.unknown for text in (item.question, item.answer)],
        "notes": list(pack.notes.values()),
        "canned": [item.text for item in pack.canned],
    }


def buttons(pack: Pack) -> Iterator[Text]:
    """Yield everything of a pack that stands on a button or as a heading of a step."""
    yield from (item.short for item in pack.catalogue.topics.values())
    yield from (item.label for item in pack.fields)
    yield from (option.label for item in pack.fields for option in item.options)
    yield from (item.label for item in pack.canned)


def every_text(pack: Pack) -> Iterator[Text]:
    """Yield every wording of a pack."""
    yield from (pack.name, pack.scheme, pack.place_time, pack.data_from)
    yield from (item.name for item in pack.catalogue.challenges)
    yield from (item.name for item in pack.catalogue.topics.values())
    yield from (item.name for item in pack.offices)
    yield from (item.name for item in pack.roles.values())
    yield from (item.name for item in pack.rounds)
    yield from (item.name for item in pack.forms)
    yield from (text for item in pack.help_lines for text in (item.name, item.hours))
    yield from (item.title for item in pack.examples)
    yield from (item.example for item in pack.fields)
    yield from (option.label for option in pack.goals)
    yield from buttons(pack)
    yield from (text for texts in sections(pack).values() for text in texts)


def hard_sections(pack: Pack, limit: float) -> list[str]:
    """Name the sections whose Swedish is harder than a LIX."""
    return [
        name
        for name, texts in sections(pack).items()
        if texts and lix(" ".join(words(text, Language.SV) for text in texts)) > limit
    ]


def long_buttons(pack: Pack, limit: int) -> list[str]:
    """List the buttons that have more words than a limit, in any language."""
    return [label for text in buttons(pack) for label in text.values() if len(label.split()) > limit]


def unspoken(pack: Pack) -> list[Text]:
    """List the wordings that one of the three languages lacks."""
    return [text for text in every_text(pack) if {key for key, said in text.items() if said} != set(Language)]


def shouted(pack: Pack) -> list[str]:
    """List the wordings with an exclamation mark."""
    return [said for text in every_text(pack) for said in text.values() if "!" in said]


def misread_examples(pack: Pack) -> list[tuple[str, str]]:
    """List the examples and the buttons of fields that Lots itself would not understand as an answer."""
    shown = [(item, text) for item in pack.fields for text in (item.example, *(o.label for o in item.options))]
    return [
        (item.id, said)
        for item, text in shown
        for language, said in text.items()
        if isinstance(read(item, said, language, pack=pack, known={}, year=2026), Unclear)
    ]
