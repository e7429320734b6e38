"""Numbers that a register gave: organisation number, number in the register of associations, account.

A number is only checked for being well formed; whether it exists, the registers know. A personal number is
refused, and never repeated in an answer.
"""

import re

from stdnum import iban, luhn
from stdnum.exceptions import ValidationError
from stdnum.fi import associationid

from knowledge.answers.result import Reading, Remark, Said, Unclear, Understood, one_line
from knowledge.answers.vocabulary import found
from knowledge.guard.guard import PERSONAL_NUMBER, seen

_FI_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_LENGTHS = {"FI": 18, "SE": 24}
_EXAMPLES = {"FI": "2077474-0", "SE": "802000-0009"}
_ACCOUNTS = {"FI": "FI21 1234 5600 0007 85", "SE": "5050-1055"}
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[\s\d-])", re.ASCII)
_BIC = re.compile(r"(?<!\w)[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)")
_REGISTER = re.compile(
    r"(?<!\w)(?:(?:förenings|yhdistys)?(?:reg|rek)\w*|nr|nro|no|nummer|numret|numero|number|prs|prh|är|on|is)(?!\w)",
    re.IGNORECASE,
)
"""The words beside the number in the register that name nothing else."""

LONGEST_IBAN = 34
_DIGITS = re.compile(r"\d(?:[\d \-–]*\d)?", re.ASCII)


def read_org_number(said: Said) -> Reading:
    """Take a Finnish business id or a Swedish organisation number."""
    if any(finding.kind == PERSONAL_NUMBER for finding in seen(said.text)):
        return Unclear("org-number.personal", {"example": _example(said)})
    groups = [re.sub(r"\D", "", group) for group in _DIGITS.findall(said.text)]
    match groups:
        case [digits] if len(digits) == 10:
            return _swedish(said, digits)
        case [digits] if len(digits) == 12 and digits.endswith("01") and "SE" in said.text.upper():
            return _swedish(said, digits[:10])  # the Swedish VAT number holds it
        case [digits] if len(digits) in {7, 8}:
            return _finnish(said, digits.zfill(8))
    return said.unclear("org-number.unreadable", example=_example(said))


def _finnish(said: Said, digits: str) -> Reading:
    remainder = sum(weight * int(digit) for weight, digit in zip(_FI_WEIGHTS, digits, strict=False)) % 11
    if remainder == 1 or not int(digits):
        return said.unclear("org-number.never", example=_example(said))
    if int(digits[7]) != (11 - remainder) % 11:
        return said.unclear("org-number.check", example=_example(said))
    return Understood({"number": f"{digits[:7]}-{digits[7]}", "country": "FI"})


def _swedish(said: Said, digits: str) -> Reading:
    # Organisation numbers have a third digit of 2 or more; with less it would be somebody's date of birth.
    if int(digits[2]) < 2:
        return said.unclear("org-number.unreadable", example=_example(said))
    if not luhn.is_valid(digits):
        return said.unclear("org-number.check", example=_example(said))
    number = f"{digits[:6]}-{digits[6:]}"
    remarks = () if digits[0] == "8" else (Remark("org-number.other", {"number": number}),)
    return Understood({"number": number, "country": "SE"}, remarks)


def read_register_number(said: Said) -> Reading:
    """Take a number in the Finnish register of associations: up to six digits, the shortest ones if they were given."""
    groups = re.findall(r"\d+", said.text, re.ASCII)
    number = "".join(groups)
    separated = re.search(r"(?<!\d)(?:\d{1,3}[. ]\d{3}|\d{1,6})(?!\d)", said.text, re.ASCII)
    if (
        _is_place_and_year(said, number)
        or len(groups) > 2
        or not separated
        or re.sub(r"\D", "", separated.group()) != number
    ):
        return said.unclear("register-number.unreadable")
    if not associationid.is_valid(number):
        return said.unclear("register-number.unreadable")
    return Understood(associationid.format(number))


def _is_place_and_year(said: Said, number: str) -> bool:
    """Tell whether a number is more likely the year beside a town: "Vasa 1984"."""
    words = _REGISTER.sub(" ", said.text)
    return len(number) == 4 and 1850 <= int(number) <= said.year and bool(re.search(r"[^\W\d_]", words))


def read_account(said: Said) -> Reading:
    """Take an IBAN, with the bank's code or name beside it, or a Swedish bankgiro or plusgiro."""
    written = _IBAN.search(said.text)
    if written:
        return _iban_and_bank(said, written)
    giros = [group.strip() for group in _DIGITS.findall(said.text)]
    if len(giros) != 1:
        return said.unclear("account.unreadable", example=_account_example(said))
    return _giro(said, giros[0])


def _iban_and_bank(said: Said, written: re.Match[str]) -> Reading:
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


def _iban(said: Said, number: str) -> Reading:
    length = _LENGTHS.get(number[:2])
    if length and len(number) != length:
        return said.unclear("account.length", length=str(length), example=_account_example(said))
    try:
        iban.validate(number)
    except ValidationError:
        return said.unclear("account.check", example=_account_example(said))
    remarks = () if number[:2] in _LENGTHS else (Remark("account.foreign", {"country": number[:2]}),)
    return Understood({"kind": "iban", "number": number}, remarks)


def _giro(said: Said, written: str) -> Reading:
    digits = re.sub(r"\D", "", written)
    kind = _giro_kind(said, written, digits)
    if not kind:
        return said.unclear("account.unreadable", example=_account_example(said))
    least = 7 if kind == "bankgiro" else 2
    if not least <= len(digits) <= 8 or not luhn.is_valid(digits):
        return said.unclear("account.check", example=_account_example(said))
    cut = len(digits) - (4 if kind == "bankgiro" else 1)
    return Understood({"kind": kind, "number": f"{digits[:cut]}-{digits[cut:]}"})


def _giro_kind(said: Said, written: str, digits: str) -> str:
    """Return which giro it is by its word or by where its hyphen stands, empty if neither tells."""
    if found(("bg", "bg:", "bankgiro*"), said.text):
        return "bankgiro"
    if found(("pg", "pg:", "plusgiro*", "postgiro*"), said.text):
        return "plusgiro"
    if said.country != "SE" or len(digits) > 8:
        return ""
    if re.search(r"[-–]\s*\d{4}$", written):
        return "bankgiro"
    return "plusgiro" if re.search(r"[-–]\s*\d$", written) else ""


def _example(said: Said) -> str:
    return _EXAMPLES.get(said.country, _EXAMPLES["FI"])


def _account_example(said: Said) -> str:
    return _ACCOUNTS.get(said.country, _ACCOUNTS["FI"])
