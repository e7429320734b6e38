"""Telephone numbers: one or two, with whom they belong to and an extension behind the exchange.

The library that knows the world's numbers takes nearly any digits for one: the 0 before a Finnish number is optional
to it, so a postal code passes. Here a number begins as people write one.
"""

import re
from typing import TYPE_CHECKING

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.pieces import one_line, trimmed
from knowledge.answers.reading.vocabulary import found, heard
from knowledge.answers.result import Reading, Remark, Typed, Understood
from knowledge.answers.shape import begins_as
from knowledge.answers.shown import Shown

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber


_CODES = {"FI": "358", "SE": "46"}
_EXTENSION = r"(?:\s*(?:ext\.?|x|#|anknytning|ankn?\.?|anslutning|alanumero|alanro|sisänumero)\s*(?P<ext>[0-9]{1,6}))?"
_NUMBER = re.compile(
    rf"(?<![\w+])(?P<number>\+?\(?[0-9](?:[ ()./–-]{{0,3}}[0-9]){{4,16}})(?![0-9]){_EXTENSION}", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?<!\w)(?:tfn|tel|telefon|telefonnummer|puh|puhelin|puhelinnumero|gsm|mobil|mob|matkapuhelin|phone|mobile|nummer|nr|"
    r"numero|växel|vaihde|och|eller|ja|tai|and|or|sekä|samt)(?!\w)[.:]?",
    re.IGNORECASE,
)
_NO_PHONE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}|[0-9]{7}-[0-9]|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{5}")
"""A day, a business id, a postal code: digits that the library would take for a number."""

_RANGE_OR_EXTENSION = re.compile(r"[0-9]\s?(?:[-–]\s?[0-9]|/\s?[0-9]{1,4})$")
"""A row of numbers or an extension behind the exchange: "06 3251111-3", "06 325 1111/12"."""

_OF_COUNTRIES = {
    "FI": heard("finland, finsk*, suomi, suomen, suomessa, suomalai*, finnish"),
    "SE": heard("sverige, svensk*, ruotsi, ruotsin, ruotsissa, ruotsalai*, sweden, swedish"),
    "": heard(
        "norge, norsk*, norja*, norway, danmark, dansk*, tanska*, denmark, estland, viro*, estonia, utomlands, abroad"
    ),
}
MOST_PHONES = 3
"""So many numbers a person can still be reached by; of more nobody knows which to call first."""


def _read(said: Typed) -> Reading:
    """Take a phone number or a few, each with whom it belongs to; one without country code gets that of the country."""
    text = _apart(said.text)
    matches = list(_NUMBER.finditer(text))
    rest = _NUMBER.split(text)[:: 1 + _NUMBER.groups]
    numbers = [_parsed(said, match) for match in matches]
    if not 0 < len(numbers) <= MOST_PHONES or None in numbers or re.search(r"[0-9]", "".join(rest)):
        return said.unclear("phone.unreadable", example=example(said.country))
    notes = _notes(rest, len(numbers))
    if notes is None or any(_is_of_another_country(said, match, " ".join(notes)) for match in matches):
        return said.unclear("phone.unreadable", example=example(said.country))
    value = ", ".join(_written(number, note) for number, note in zip(numbers, notes, strict=True) if number)
    return Understood(value, tuple(_remarks(said, [number for number in numbers if number])))


def _is_of_another_country(said: Typed, match: re.Match[str], note: str) -> bool:
    """Tell whether a number without a country code is said to be of another country than the municipality's."""
    others = [words for country, words in _OF_COUNTRIES.items() if country != said.country]
    national = match["number"].startswith("0") and not match["number"].startswith("00")
    return national and any(found(words, note) for words in others)


def _show(shown: Shown) -> str:
    """Show kept numbers as they are written between countries, each with its extension and its note."""
    return ", ".join(_shown_one(one) for one in re.split(r", (?=\+)", str(shown.value)))


def example(country: str) -> str:
    """Return a number as one would write it in a country."""
    return "+46 70 123 45 67" if country == "SE" else "+358 40 123 4567"


def _apart(text: str) -> str:
    """Return text with a line for each of two numbers: a slash or a comma between them is a border."""
    return re.sub(r"(?<=[0-9])\s*(?:[/,;]|\s(?:och|eller|ja|tai|and|or)\s)\s*(?=(?:\+|0)[0-9]{2})", "\n", text)


def _parsed(said: Typed, match: re.Match[str]) -> "PhoneNumber | None":
    # Loaded with the first answer that needs it, as it would make every start wait.
    import phonenumbers

    written, digits = match["number"], re.sub(r"[^0-9]", "", match["number"])
    code = _CODES.get(said.country, "")
    abroad = written.startswith("+") or digits.startswith("00")
    bare = not abroad and bool(code) and digits.startswith(code) and len(digits) > len(code) + 6
    if (
        _RANGE_OR_EXTENSION.search(written)
        or _NO_PHONE.fullmatch(written.strip())
        or not (abroad or bare or digits.startswith("0"))
    ):
        return None
    try:
        parsed = phonenumbers.parse(f"+{digits}" if bare else written, said.country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    parsed.extension = match["ext"]
    return parsed


def _notes(rest: list[str], count: int) -> list[str] | None:
    """Return what stands beside each number without the words for telephone, None if it cannot be told whose it is."""
    notes = [trimmed(_opened(_LABEL.sub(" ", part))) for part in rest]
    kept = [note for note in notes if note]
    if count == 1:
        return [one_line(", ".join(kept))]
    sides = (notes[1:], notes[:-1])
    return next((side for side in sides if [note for note in side if note] == kept), None)


def _opened(words: str) -> str:
    return re.sub(r"[()\[\]]", " ", words)


def _written(number: "PhoneNumber", note: str) -> str:
    import phonenumbers

    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    extension = f";ext={number.extension}" if number.extension else ""
    return f"{plain}{extension} ({note})" if note else f"{plain}{extension}"


def _shown_one(one: str) -> str:
    import phonenumbers

    number, _, note = one.partition(" ")
    digits, _, extension = number.partition(";ext=")
    parsed = phonenumbers.parse(digits)
    parsed.extension = extension or None
    shown = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return f"{shown} {note}".strip()


def _remarks(said: Typed, numbers: "list[PhoneNumber]") -> list[Remark]:
    import phonenumbers

    shown = [phonenumbers.format_number(one, phonenumbers.PhoneNumberFormat.INTERNATIONAL) for one in numbers]
    added = "+" not in said.text and not re.match(r"\D*00", said.text)
    unusual = [text for one, text in zip(numbers, shown, strict=True) if not phonenumbers.is_valid_number(one)]
    country = [Remark("phone.country", {"number": ", ".join(shown)}, is_note=True)] if added else []
    return [*country, *(Remark("phone.unusual", {"number": text}) for text in unusual)]


PHONE = Kind(
    name="phone",
    read=_read,
    show=_show,
    fits=begins_as(r"\+[1-9]\d+(?:;ext=\d+)?(?:$| \(|, \+)"),
    is_number=True,
    own_number=re.compile(r"(?:\+|0)[\d ()./-]+", re.ASCII),
    may_be_lacking=True,
    on_sheet=SheetPart.CONTACT,
)
