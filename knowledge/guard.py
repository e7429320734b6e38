"""What must not stand in a free text: personal numbers, and a named person's illness or crime.

It only sees and says where; the dialog stops, shows it and asks for other words. Names are recognised by
common first names alone, for a false stop costs more trust than a missed rare name. Numbers of
organisations are never taken for persons: their third digit is 2 or more, where a date has a month.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stdnum import luhn

from knowledge.names import CRIME, FIRST_NAMES, ILLNESS

PERSONAL_NUMBER = "personal-number"
ILLNESS_OF_PERSON = "illness"
CRIME_OF_PERSON = "crime"

_NEAR = 60
# Each pattern looks first for what is cheap to see and seldom there: a digit, or a capital that names begin with.
_SWEDISH = re.compile(
    r"(?=\d)(?<!\d)(?P<century>\d{2})?(?P<year>\d{2})(?P<h>-?)(?P<month>\d{2})(?P=h)(?P<day>\d{2})"
    r"(?P<sign>\s?[-–−+]\s?|\s)?(?P<last>\d{4})(?!\d)",
    re.ASCII,
)
_FINNISH = re.compile(
    r"(?=\d)(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{2})(?P<sign>\s?[-–−+]\s?|[A-FU-Y])"
    r"(?P<last>\d{3})(?P<check>[0-9A-FHJ-NPR-Y])(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"person\W?n(?:ummer|r)|\bpnr\b|hetu|henkil[öo]tunnu|social security|personal (?:id|number)"
    r"|född|syntynyt|born",
    re.IGNORECASE,
)
_ANY_NAME = "|".join(sorted(FIRST_NAMES, key=len, reverse=True))
_INITIALS = "".join(sorted({name[0] for name in FIRST_NAMES}))
_NAME = re.compile(rf"(?=[{_INITIALS}])(?<![\w-])(?:{_ANY_NAME})(?:s|n|in)?(?![\w])")
_NOT_A_PERSON = re.compile(
    r"\W{0,2}(?:\w+\W+)?"
    r"(?:stiftelse|förening|säätiö|yhdisty|foundation|association|rf\b|ry\b|fond|skola|koulu|gata|katu|dag\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\n]\s")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not be kept: its kind, the words as they were typed, and where they stand."""

    kind: str
    words: str
    start: int
    end: int


def seen(text: str) -> tuple[Finding, ...]:
    """Return everything in a text that points at one person, in order, without overlaps."""
    findings = sorted([*_personal_numbers(text), *_named(text)], key=lambda one: (one.start, -one.end))
    kept: list[Finding] = []
    for one in findings:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _personal_numbers(text: str) -> Iterator[Finding]:
    for pattern, is_personal in ((_SWEDISH, _is_swedish), (_FINNISH, _is_finnish)):
        for match in pattern.finditer(text):
            if is_personal(match, text):
                yield Finding(PERSONAL_NUMBER, match.group(), match.start(), match.end())


def _is_swedish(match: re.Match[str], text: str) -> bool:
    # Coordination numbers have 60 added to the day.
    born_on = int(match["day"]) - 60 if int(match["day"]) > 60 else int(match["day"])
    if not _is_day(int(match["month"]), born_on) or match["century"] not in {None, "18", "19", "20"}:
        return False
    checked = luhn.is_valid(match["year"] + match["month"] + match["day"] + match["last"])
    if checked or _has_context(match, text):
        return True
    loosely_written = bool(match["h"]) or (match["sign"] or "").isspace()
    return not loosely_written and not _is_phone(match, text) and (bool(match["sign"]) or match["century"] != "20")


def _is_finnish(match: re.Match[str], _text: str) -> bool:
    # The sign in its place says enough: the check character is often mistyped.
    return _is_day(int(match["month"]), int(match["day"]))


def _is_day(month: int, day: int) -> bool:
    try:
        return bool(date(2000, month, day))
    except ValueError:
        return False


def _has_context(match: re.Match[str], text: str) -> bool:
    return bool(_CONTEXT.search(text, max(0, match.start() - 40), match.start()))


def _is_phone(match: re.Match[str], text: str) -> bool:
    """Tell whether digits are a phone number: with a plus before, or a real one that begins with 0."""
    if match.start() and text[match.start() - 1] == "+":
        return True
    digits = re.sub(r"\D", "", match.group())
    if not digits.startswith("0"):
        return False
    # Few texts come this far, and every start would have to wait for the numbering plans of the world.
    import phonenumbers

    return any(phonenumbers.is_valid_number(phonenumbers.parse(digits, country)) for country in ("FI", "SE"))


def _named(text: str) -> Iterator[Finding]:
    """Yield the words from a first name to an illness or a crime near it in the same sentence, either way."""
    for name in _NAME.finditer(text):
        if _NOT_A_PERSON.match(text, name.end()):
            continue
        for kind, words in ((ILLNESS_OF_PERSON, ILLNESS), (CRIME_OF_PERSON, CRIME)):
            begin, end = _around(text, name)
            if word := words.search(text, begin, end):
                first, last = min(name.start(), word.start()), max(name.end(), word.end())
                yield Finding(kind, text[first:last], first, last)


def _around(text: str, name: re.Match[str]) -> tuple[int, int]:
    begin, end = max(0, name.start() - _NEAR), min(len(text), name.end() + _NEAR)
    before = [match.end() for match in _SENTENCE_END.finditer(text, begin, name.start())]
    after = _SENTENCE_END.search(text, name.end(), end)
    return (before[-1] if before else begin), (after.start() if after else end)
