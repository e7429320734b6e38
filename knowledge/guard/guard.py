"""What must not stand in a free text: what points at one person, and what opens an account or a hiding place.

It only sees and says where; the dialog stops, shows it and asks for other words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.guard import logins_and_shelters
from knowledge.guard.named_persons import CRIME_OF_PERSON, ILLNESS_OF_PERSON, named_persons
from knowledge.guard.private_numbers import cards, personal_numbers
from knowledge.remembered import remembered

__all__ = [
    "CARD",
    "CRIME_OF_PERSON",
    "ILLNESS_OF_PERSON",
    "LOGIN",
    "MAY_BE_NOBODY",
    "PERSONAL_NUMBER",
    "SHELTER",
    "Finding",
    "seen",
]

PERSONAL_NUMBER = "personal-number"
CARD = "card"
LOGIN = "login"
SHELTER = "shelter"
MAY_BE_NOBODY = frozenset({ILLNESS_OF_PERSON, CRIME_OF_PERSON})
"""Kinds that rest on words alone. Who says that no single person is meant is believed."""

_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—―−﹣－", "-"), **dict.fromkeys("\u00a0\u202f\u2009\u2007\u3000", " ")})
_DIGITS = re.compile(r"\d")
_Found = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not be kept: its kind, the words as they were typed, and where they stand."""

    kind: str
    words: str
    start: int
    end: int


def seen(text: str, about: str = "") -> tuple[Finding, ...]:
    """Return everything in a text that must not be kept, in order, without overlaps.

    `about` is what was written before on the same matter: an address beside a shelter is a shelter's.
    """
    found, streets = found_in(text)
    hidden = streets if streets and logins_and_shelters.speaks_of_shelter(text.translate(_SIGNS), about) else ()
    kept: list[Finding] = []
    for kind, start, end in sorted([*found, *hidden], key=lambda one: (one[1], -one[2])):
        if not kept or start >= kept[-1].end:
            kept.append(Finding(kind, text[start:end], start, end))
    return tuple(kept)


@remembered
def found_in(text: str) -> tuple[tuple[_Found, ...], tuple[_Found, ...]]:
    """Return what must not be kept wherever it stands, and the streets: beside a shelter they must not be kept."""
    signs = text.translate(_SIGNS)
    logins = ((LOGIN, *span) for span in logins_and_shelters.logins(signs))
    streets = ((SHELTER, *span) for span in logins_and_shelters.streets(signs))
    return (*_numbers(signs), *named_persons(signs), *logins), tuple(streets)


def _numbers(text: str) -> Iterator[_Found]:
    if not _DIGITS.search(text):
        return
    yield from ((PERSONAL_NUMBER, *span) for span in personal_numbers(text))
    yield from ((CARD, *span) for span in cards(text))
