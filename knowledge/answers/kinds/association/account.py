"""A bank account: an IBAN, or a Swedish bankgiro or plusgiro. It is only checked for being well formed."""

import re

from stdnum import iban, luhn
from stdnum.exceptions import ValidationError

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.numbers import DIGITS
from knowledge.answers.reading.pieces import one_line
from knowledge.answers.reading.vocabulary import found
from knowledge.answers.result import Reading, Remark, Typed, Unclear, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown

_LENGTHS = {"FI": 18, "SE": 24}
"""The signs of an IBAN by its country (ISO 13616). Also checked by stdnum; here they are said to who wrote others."""

_ACCOUNTS = {"FI": "FI21 1234 5600 0007 85", "SE": "5050-1055"}
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[\s\d-])", re.ASCII)
_BIC = re.compile(r"(?<!\w)[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)")

LONGEST_IBAN = 34
"""In signs, country and check digits included (ISO 13616)."""

_GIRO_DIGITS = {"bankgiro": range(7, 9), "plusgiro": range(2, 9)}
"""How many digits each may have, the check digit (Luhn's) included. stdnum has neither."""

_GIRO_TAIL = {"bankgiro": 4, "plusgiro": 1}
"""The digits after the hyphen as each is printed: 5050-1055 and 4-2."""

_IBAN_GROUP = 4
"""The signs of one group of an IBAN as it is printed (ISO 13616), as people compare it by eye."""


def _read(said: Typed) -> Reading:
    """Take an IBAN, with the bank's code or name beside it, or a Swedish bankgiro or plusgiro."""
    written = _IBAN.search(said.text)
    if written:
        return _iban_and_bank(said, written)
    giros = [group.strip() for group in DIGITS.findall(said.text)]
    if len(giros) != 1:
        return said.unclear("account.unreadable", example=_account_example(said))
    return _giro(said, giros[0])


def _iban_and_bank(said: Typed, written: re.Match[str]) -> Reading:
    """Read the signs of an account as long as one of its country is; what is left over may only name the bank."""
    number, end = _signs(said.text, written.start(), _LENGTHS.get(written[0][:2].upper(), 0))
    beside = f"{said.text[: written.start()]} {said.text[end:]}"
    beside = one_line(re.sub(r"(?<!\w)(?:iban|bic|swift|konto\w*|tili\w*|account)(?!\w)[:.]?", " ", beside, flags=re.I))
    beside = beside.strip(" .,:;()/–-")
    if re.search(r"\d", _BIC.sub("", beside)):
        return said.unclear("account.unreadable", example=_account_example(said))
    reading = _iban(said, number)
    if isinstance(reading, Unclear) or not beside:
        return reading
    return Understood({**reading.value, "note": beside}, reading.remarks)


def _signs(text: str, start: int, length: int) -> tuple[str, int]:
    """Return the signs of an account from a place on, and where they end: `length` of them, or all in groups."""
    number, place = "", start
    while place < len(text) and (len(number) < length if length else len(number) < LONGEST_IBAN):
        sign = text[place]
        if not (sign.isascii() and sign.isalnum()) and not re.match(r"[\s.\-–:]", sign):
            break
        if not length and sign.isspace() and not re.match(r"\s?[A-Z0-9]{1,4}(?![A-Za-z0-9])", text[place:]):
            break
        number += sign.upper() if sign.isalnum() else ""
        place += 1
    return number, place


def _iban(said: Typed, number: str) -> Reading:
    length = _LENGTHS.get(number[:2])
    if length and len(number) != length:
        return said.unclear("account.length", length=str(length), example=_account_example(said))
    try:
        iban.validate(number)
    except ValidationError:
        return said.unclear("account.check", example=_account_example(said))
    remarks = () if number[:2] in _LENGTHS else (Remark("account.foreign", {"country": number[:2]}),)
    return Understood({"kind": "iban", "number": number}, remarks)


def _giro(said: Typed, written: str) -> Reading:
    digits = re.sub(r"\D", "", written)
    kind = _giro_kind(said, written, digits)
    if not kind:
        return said.unclear("account.unreadable", example=_account_example(said))
    if len(digits) not in _GIRO_DIGITS[kind] or not luhn.is_valid(digits):
        return said.unclear("account.check", example=_account_example(said))
    cut = len(digits) - _GIRO_TAIL[kind]
    return Understood({"kind": kind, "number": f"{digits[:cut]}-{digits[cut:]}"})


def _giro_kind(said: Typed, written: str, digits: str) -> str:
    """Return which giro it is by its word or by where its hyphen stands, empty if neither tells."""
    if found(("bg", "bg:", "bankgiro*"), said.text):
        return "bankgiro"
    if found(("pg", "pg:", "plusgiro*", "postgiro*"), said.text):
        return "plusgiro"
    if said.country != "SE" or len(digits) > max(_GIRO_DIGITS["plusgiro"]):
        return ""
    if re.search(r"[-–]\s*\d{4}$", written):
        return "bankgiro"
    return "plusgiro" if re.search(r"[-–]\s*\d$", written) else ""


def _account_example(said: Typed) -> str:
    return _ACCOUNTS.get(said.country, _ACCOUNTS["FI"])


def _show(shown: Shown) -> str:
    kind, digits = shown.value["kind"], shown.value["number"]
    if kind != "iban":
        return f"{kind.capitalize()} {digits}"
    grouped = "IBAN " + " ".join(digits[place : place + _IBAN_GROUP] for place in range(0, len(digits), _IBAN_GROUP))
    return f"{grouped} ({shown.value['note']})" if shown.value.get("note") else grouped


ACCOUNT = Kind(
    name="account",
    read=_read,
    show=_show,
    fits=holds("kind", "number"),
    is_number=True,
    own_number=re.compile(r"[A-Z]{2}\d{2}[\dA-Z ]+", re.ASCII | re.IGNORECASE),
    between_parts=" ",
    may_be_lacking=True,
    on_sheet=SheetPart.GOVERNANCE,
)
