"""The number of an association: a Finnish business id or a Swedish organisation number.

It is only checked for being well formed; whether it exists, the registers know. A personal number is refused, and never
repeated in an answer.
"""

import re

from stdnum.fi import ytunnus
from stdnum.se import orgnr

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.numbers import DIGITS
from knowledge.answers.result import Reading, Remark, Typed, Unclear, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown
from knowledge.guard.guard import PERSONAL_NUMBER, seen

_EXAMPLES = {"FI": "2077474-0", "SE": "802000-0009"}


def _read(said: Typed) -> Reading:
    """Take a Finnish business id or a Swedish organisation number."""
    if any(finding.kind == PERSONAL_NUMBER for finding in seen(said.text)):
        return Unclear("org-number.personal", {"example": _example(said)})
    groups = [re.sub(r"\D", "", group) for group in DIGITS.findall(said.text)]
    match groups:
        case [digits] if len(digits) == 10:
            return _swedish(said, digits)
        case [digits] if len(digits) == 12 and digits.endswith("01") and "SE" in said.text.upper():
            return _swedish(said, digits[:10])  # the Swedish VAT number holds it
        case [digits] if len(digits) == 12 and digits.startswith("16"):
            return _swedish(said, digits[2:])  # how the tax agency writes the century of what is no person
        case [digits] if len(digits) in {7, 8}:
            return _finnish(said, digits.zfill(8))
    return said.unclear("org-number.unreadable", example=_example(said))


def _finnish(said: Typed, digits: str) -> Reading:
    # `ytunnus` takes a row of zeros, and does not tell a wrong check digit from a number that can have none.
    if not int(digits) or not any(ytunnus.is_valid(digits[:7] + check) for check in "0123456789"):
        return said.unclear("org-number.never", example=_example(said))
    if not ytunnus.is_valid(digits):
        return said.unclear("org-number.check", example=_example(said))
    return Understood({"number": ytunnus.format(digits), "country": "FI"})


def _swedish(said: Typed, digits: str) -> Reading:
    # Organisation numbers have a third digit of 2 or more; with less it would be somebody's date of birth, which
    # `orgnr` takes for an organisation's.
    if int(digits[2]) < 2:
        return said.unclear("org-number.unreadable", example=_example(said))
    if not orgnr.is_valid(digits):
        return said.unclear("org-number.check", example=_example(said))
    number = orgnr.format(digits)
    remarks = () if digits[0] == "8" else (Remark("org-number.other", {"number": number}),)
    return Understood({"number": number, "country": "SE"}, remarks)


def _example(said: Typed) -> str:
    return _EXAMPLES.get(said.country, _EXAMPLES["FI"])


def _show(shown: Shown) -> str:
    return str(shown.value["number"])


ORG_NUMBER = Kind(
    name="org-number",
    read=_read,
    show=_show,
    fits=holds("number", "country"),
    is_number=True,
    between_parts=", ",
    may_be_lacking=True,
    on_sheet=SheetPart.IDENTITY,
)
