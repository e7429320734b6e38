"""What is typed of the parts of a pitch: which part is meant, its minutes, its words.

"Behovet 2 min" sets the minutes, "behovet: de gamla är ensamma" the words, "behovet: de gamla är ensamma, 2 min" both.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.conversation.typed import simplified
from knowledge.answers.reading.pieces import pieces
from knowledge.answers.reading.vocabulary import counted_in_figures

MINUTES = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]5)?)\s*(?:min\w*\.?|['′])?[\s.)]*$", re.IGNORECASE)
"""A number at the end, with or without its unit."""
WITH_UNIT = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]5)?\s*(?:min\w*\.?|['′])[\s.)]*$", re.IGNORECASE)
FIRST = re.compile(r"(\d{1,3}(?:[.,]5)?\s*(?:min\w*\.?|['′]))\s*[:,;–-]\s*(?=\S)", re.IGNORECASE)
"""Minutes that stand before the words."""
NUMBER = re.compile(r"(\d{1,2})[.):]?(?=\s)(?!\s*min)", re.IGNORECASE)
"""The number of a part in the list, at the beginning."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one part, by its place from 0: what is None stays as it is."""

    place: int
    minutes: float | None = None
    words: str | None = None


def said_of_parts(text: str, names: Sequence[Sequence[str]]) -> tuple[Said, ...]:
    """Return what a text says of parts; none if it names none. `names` are the ways to call each part.

    Several at once stand in lines, or with commas between them where each is a name and minutes.
    """
    lines = pieces(text, r"[\n;]", numbered=False)
    several = pieces(text, r"[\n;]|,(?!\d)|\s(?:och|ja|and)\s", numbered=False)
    for listed in (several, lines):
        found = [one for line in listed if (one := _of_one(line, names)) is not None]
        plain = listed is lines or all(one.words is None for one in found)
        if found and plain and len(found) == len(listed):
            return tuple(found)
    return ()


def of_one_part(text: str, place: int) -> Said:
    """Return what a text says of the part in hand: minutes, words, or words that end with minutes."""
    text = counted_in_figures(text.strip(), r"min\w*")
    if MINUTES.fullmatch(text):
        return Said(place, _minutes(text), None)
    if first := FIRST.match(text):
        return Said(place, _minutes(first[1]), " ".join(text[first.end() :].split()))
    behind = WITH_UNIT.search(text)
    words = " ".join((text[: behind.start()] if behind else text).split()).rstrip(" ,;–-:")
    return Said(place, _minutes(behind.group()) if behind else None, words or None)


def _of_one(line: str, names: Sequence[Sequence[str]]) -> Said | None:
    """What a line says of the part that it begins with; None if it begins with none, or says nothing of it."""
    folded = line.casefold()
    called = [
        (len(name), place) for place, each in enumerate(names) for name in each if _begins(folded, name.casefold())
    ]
    if called:
        length, place = max(called)
        rest = line[length:]
    elif (number := NUMBER.match(line)) and 1 <= int(number[1]) <= len(names):
        place, rest = int(number[1]) - 1, line[number.end() :]
    else:
        return None
    rest = rest.lstrip(" :,–-=")
    return of_one_part(rest, place) if simplified(rest) else None


def _begins(folded: str, name: str) -> bool:
    return folded.startswith(name) and not folded[len(name) : len(name) + 1].isalnum()


def _minutes(text: str) -> float:
    found = MINUTES.search(text)
    return float(found[1].replace(",", ".")) if found else 0.0
