"""Numbers that belong to one person: personal identity numbers of Sweden and Finland, and bank cards.

People write them with spaces, dots, slashes, underscores or nothing between. What only looks alike is let through:
organisation numbers (their third digit is 2 or more, where a date has a month), phone numbers, accounts, a day with
an hour, and what is called a reference.
"""

import re
from collections.abc import Iterator
from datetime import date

from stdnum import luhn
from stdnum.fi import hetu

Span = tuple[int, int]

# Each pattern looks first for what is cheap to see and seldom there: a digit.
_BETWEEN, _APART = r"[ ._/\-]?", r" ?"
_SWEDISH = re.compile(
    rf"(?=\d)(?<!\d)(?:(?P<century>18|19|20){_BETWEEN})?(?P<first>\d{_APART}\d(?P<h>{_BETWEEN})[01]{_APART}\d{_BETWEEN}"
    rf"\d{_APART}\d)(?P<sign>\s{{0,2}}[-+._/:*]?\s{{0,2}})(?P<last>\d{_APART}\d{_APART}\d{_APART}\d)(?!\d)",
    re.ASCII,
)
_FINNISH = re.compile(
    rf"(?=\d)(?<!\d)(?P<first>[0-3]{_APART}\d(?P<h>{_BETWEEN})[01]{_APART}\d{_BETWEEN})(?P<century>18|19|20)?"
    rf"(?P<year>\d{_APART}\d)(?P<sign>\s?[-+._/:*]\s?|\s|[A-FU-Y])?"
    rf"(?P<last>\d{_APART}\d{_APART}\d)[- ]?(?P<check>[0-9A-FHJ-NPR-Y])(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_CARD = re.compile(r"(?=\d)(?<![\w-])(?<!\d )(?:\d[ -]?){12,18}\d(?![ -]?\d)(?!\w)", re.ASCII)
_CARDS = re.compile(r"4(?:\d{12}|\d{15}|\d{18})|(?:5[0-8]|2[2-7]|6\d)\d{14,17}|3[47]\d{13}|3[068]\d{12}")
_CONTEXT = re.compile(
    r"person\W?n(?:ummer|r)|\bpnr\b|hetu|henkil[öo]tunnu|social security|personal (?:id|number)"
    r"|född|syntynyt|born",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\b(?:tel|tfn|puh|mob|ring|soita|call|phone|gsm)\w*\W*|\+)$", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:d(?:ia)?r?nr|diarie\w*|ärende\w*|ref\w*|viite\w*|ocr\w*|fakt\w*|lasku\w*|order\w*|tilau\w*|invoice|case"
    r"|kurs\w*|kurssi\w*|artikel\w*|konto\w*|tili\w*|account|bankgiro|plusgiro|[bp]g|serie\w*|id|projekt\w*)\W{0,3}"
    r"(?:nr|nro|numero|nummer|number|no)?\W{0,3}$",
    re.IGNORECASE,
)
_IS_REFERENCE = re.compile(
    r"\W{0,3}(?:är|on|is)\s(?:(?:vårt|ett|föreningens|vår|meidän|yhdistyksen|our|the|an)\s){0,2}"
    r"(?:konto|bankkonto|bankgiro|plusgiro|tili|pankkitili|account|bank account|faktura|order|ocr|referens|viite)",
    re.IGNORECASE,
)
_LOOK_BACK = 40
"""In characters: so far before a number the word may stand that says what it is ("personnummer", "faktura nr")."""

_COORDINATION = 60
"""What is added to the day of birth in a Swedish coordination number ("samordningsnummer" to the Tax Agency)."""

_YEARS_OF_TALK = range(18, 36)
"""The years, without century, of which a day with its hour is written: "180326 1200". Chosen: a few back, ten on."""

_HOURS_OF_TALK = range(5, 24)
"""The hours at which people meet: four digits that begin so and end on five minutes are rather a time of day."""


def personal_numbers(text: str) -> Iterator[Span]:
    """Yield where personal identity numbers stand."""
    for pattern, is_personal in ((_SWEDISH, _is_swedish), (_FINNISH, _is_finnish)):
        yield from (match.span() for match in pattern.finditer(text) if is_personal(match, text))


def cards(text: str) -> Iterator[Span]:
    """Yield where numbers of bank cards stand."""
    for match in _CARD.finditer(text):
        digits = _digits(match.group())
        if _CARDS.fullmatch(digits) and luhn.is_valid(digits) and not _before(_REFERENCE, match, text):
            yield match.span()


def _is_swedish(match: re.Match[str], text: str) -> bool:
    first, last = _digits(match["first"]), _digits(match["last"])
    day = int(first[4:])
    day -= _COORDINATION if day > _COORDINATION else 0
    if not _is_day(int(first[2:4]), day) or not _stands_alone(match, text):
        return False
    if _before(_CONTEXT, match, text):
        return True
    # Not `stdnum.se.personnummer`: it refuses coordination numbers, and asks what day it is today.
    checked, sign = luhn.is_valid(first + last), match["sign"].strip()
    if "+" not in sign and match["century"] in (None, "20") and _is_hour(int(first[:2]), last):
        return False
    if not checked and _is_hour(int(first[4:]), last) and _is_day(int(first[2:4]), int(first[:2])):
        return False
    if not (checked and sign) and (_is_reference(match, text) or _is_phone(match, text)):
        return False
    return (checked and _evenly_written(match)) or _looks_swedish(match, sign)


def _looks_swedish(match: re.Match[str], sign: str) -> bool:
    """Tell whether a number whose check digit is wrong is still written as a personal number."""
    if match["first"].isdigit():
        return bool(sign) or (match["century"] != "20" and len(match["sign"]) < 2)
    if " " not in match["first"] and match["h"]:
        return sign in {"-", "+"} and (match["h"] != "-" or bool(match["century"]))
    return sign in {"-", "+"} and match["first"].count(" ") == len(_digits(match["first"])) - 1


def _is_finnish(match: re.Match[str], text: str) -> bool:
    first, year = _digits(match["first"]), _digits(match["year"])
    if not _is_day(int(first[2:]), int(first[:2])) or not _stands_alone(match, text):
        return False
    rest = _digits(match["last"]) + match["check"]
    # The sign is often left out or another one, so that of this century stands for all: only the year 00 has another
    # February in it, and nobody was born on 29 February 1900.
    checked = hetu.is_valid(f"{first}{year}A{rest}", allow_temporary=True)
    if _before(_CONTEXT, match, text):
        return True
    hour = _is_hour(int(year), rest) or (_is_hour(int(first[:2]), rest) and _is_day(int(first[2:]), int(year)))
    if not checked and (hour or _is_reference(match, text)):
        return False
    sign = (match["sign"] or "").strip()
    compact = (match["first"] + match["year"]).isdigit()
    if compact and not match["century"] and sign and (sign in "-+" or sign.isalpha()):
        return True  # the sign in its place says enough: the check character is often mistyped
    if sign in {"-", "+"} and match["h"] and match["check"].isalpha():
        return True
    return checked and _evenly_written(match) and not _is_phone(match, text)


def _is_day(month: int, day: int) -> bool:
    try:
        return bool(date(2000, month, day))
    except ValueError:
        return False


def _is_hour(year: int, last: str) -> bool:
    """Tell whether four digits after a day of these years are rather an hour: 1200, 0945."""
    if not last.isdigit() or year not in _YEARS_OF_TALK:
        return False
    return int(last[:2]) in _HOURS_OF_TALK and int(last[2:]) % 5 == 0 and int(last[2:]) < 60


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Tell whether digits that are written apart are not a part of more digits, as of an account or a table."""
    if match["first"].isdigit() and not (match["century"] and match["h"]):
        return True
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    return not re.search(r"[\dA-Z][ .\-/]?$", before) and not re.match(r"[ .\-/]?\d", after)


def _evenly_written(match: re.Match[str]) -> bool:
    return len(set(re.sub(r"\d", "", match["first"]))) <= 1


def _before(words: re.Pattern[str], match: re.Match[str], text: str) -> bool:
    return bool(words.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]))


def _is_reference(match: re.Match[str], text: str) -> bool:
    return _before(_REFERENCE, match, text) or _IS_REFERENCE.match(text, match.end()) is not None


def _is_phone(match: re.Match[str], text: str) -> bool:
    """Tell whether digits are a phone number: called so, with a plus before, or a real one that begins with 0."""
    if _before(_PHONE, match, text):
        return True
    digits = _digits(match.group())
    if not digits.startswith("0"):
        return False
    # Few texts come this far, and every start would have to wait for the numbering plans of the world.
    import phonenumbers

    return any(phonenumbers.is_valid_number(phonenumbers.parse(digits, country)) for country in ("FI", "SE"))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
