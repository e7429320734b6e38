"""A home town and the year of registration."""

import re

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.pieces import one_line
from knowledge.answers.reading.vocabulary import NEARLY, found
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown

EARLIEST_YEAR = 1850
"""The first year in which an association of today may have begun: chosen by hand, as few are older."""

_REGISTERED = re.compile(
    r"(?<!\w)(?:hemort|v|registrerad\w*|registrerades|registrering\w*|grundad\w*|år|kotipaikka|rekisteröi\w*|vuonna|vuosi|"
    r"perustettu|perustettiin|sedan|från|bildad\w*|bildades|startad\w*|startade\w*|startat|vuodesta|alkaen|lähtien|"
    r"home town|registered|founded|established|formed|in|since|from|year)(?!\w)",
    re.IGNORECASE,
)
"""The words beside a home town and a year that name neither."""

_DECADE = re.compile(r"\d{4}(?:\s?[-–]\s?(?:tal|luv|luk)\w*|['’]?s(?!\w))", re.IGNORECASE | re.ASCII)
"""Ten years, of which none is the one that is asked for: "1960-talet"."""


def _read(said: Typed) -> Reading:
    """Take a home town and the year of registration, in any order."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", said.text, re.ASCII)
    place = _REGISTERED.sub(" ", re.sub(r"[\d().,;:/]+", " ", said.text))
    place = one_line(place).strip(" -–")
    if len(years) != 1 or _DECADE.search(said.text) or found(NEARLY, said.text):
        return said.unclear("place.year")
    if not EARLIEST_YEAR <= int(years[0]) <= said.year:
        return said.unclear("place.range", first=str(EARLIEST_YEAR), last=str(said.year))
    if not place:
        return said.unclear("place.town")
    return Understood({"place": place, "year": int(years[0])})


def _show(shown: Shown) -> str:
    return f"{shown.value['place']}, {shown.value['year']}"


PLACE_YEAR = Kind(
    name="place-year",
    read=_read,
    show=_show,
    fits=holds("place", "year"),
    is_number=True,
    between_parts=", ",
    on_sheet=SheetPart.IDENTITY,
)
