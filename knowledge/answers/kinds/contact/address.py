"""A postal address."""

import re

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.pieces import one_line
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.municipality.meaning import Meaning

_POSTAL_CODE = {
    "FI": re.compile(r"(?<![\d-])(?:FI-?|AX-?)?\d{5}(?![\d-])", re.ASCII),
    "SE": re.compile(r"(?<![\d-])(?:SE?-?)?\d{3} ?\d{2}(?![\d-])", re.ASCII),
}
_POSTAL_EXAMPLE = {"FI": "65100 Vasa", "SE": "352 31 Växjö"}


def _read(said: Typed) -> Reading:
    """Take a postal address that holds a postal code of the country that the association is registered in."""
    country = _country(said)
    lines = re.split(r"[\n\t]", said.text)
    address = ", ".join(one_line(line).rstrip(",") for line in lines if line.strip(" ,"))
    code = _POSTAL_CODE.get(country, _POSTAL_CODE["FI"]).search(address)
    if not code or not re.search(r"[^\W\d_]{2}", address.replace(code.group(), "")):
        return said.unclear("address.code", example=_POSTAL_EXAMPLE.get(country, _POSTAL_EXAMPLE["FI"]))
    if len(address) > (said.field.limits[1] or len(address)):
        return said.unclear("text.long", most=said.figures(said.field.limits[1]), length=said.figures(len(address)))
    return Understood(address)


def _country(said: Typed) -> str:
    """The country that the association's own number tells, else the municipality's."""
    number = said.told(Meaning.ORGANISATION_NUMBER)
    return str(number["country"]) if isinstance(number, dict) and "country" in number else said.country


ADDRESS = Kind(name="address", read=_read, any_words=True, is_own_place=True, on_sheet=SheetPart.CONTACT)
