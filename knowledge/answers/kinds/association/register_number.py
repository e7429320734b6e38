"""A number in the Finnish register of associations."""

import re

from stdnum.fi import associationid

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.kinds.contact.place_year import EARLIEST_YEAR
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import begins_as

_REGISTER = re.compile(
    r"(?<!\w)(?:(?:förenings|yhdistys)?(?:reg|rek)\w*|nr|nro|no|nummer|numret|numero|number|prs|prh|är|on|is)(?!\w)",
    re.IGNORECASE,
)
"""The words beside the number in the register that name nothing else."""


def _read(said: Typed) -> Reading:
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


def _is_place_and_year(said: Typed, number: str) -> bool:
    """Tell whether a number is more likely the year beside a town: "Vasa 1984"."""
    words = _REGISTER.sub(" ", said.text)
    return len(number) == 4 and EARLIEST_YEAR <= int(number) <= said.year and bool(re.search(r"[^\W\d_]", words))


REGISTER_NUMBER = Kind(
    name="register-number",
    read=_read,
    fits=begins_as(r"\d{1,3}(?:\.\d{3})?$"),
    is_number=True,
    may_be_lacking=True,
    on_sheet=SheetPart.IDENTITY,
)
