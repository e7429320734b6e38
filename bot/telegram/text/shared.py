"""Places and contacts that somebody shares, as words: a name, an address, a link to a map.

As words they go wherever words go: to a case, into an answer, into a field of the form; and they can be read on paper.
"""

from collections.abc import Mapping
from typing import Any

PLACES = 5
"""Digits behind the point of a degree that a link keeps: about a metre, as exact as a phone knows where it is."""
ZOOM = 17
"""How near a map is shown: the streets and houses around (OpenStreetMap, zoom levels)."""


def shared(message: Mapping[str, Any]) -> str:
    """Return a shared place or contact in words of no language; empty if a message holds none."""
    contact, venue = message.get("contact"), message.get("venue")
    if isinstance(contact, dict):
        return _contact(contact)
    if isinstance(venue, dict):
        named = _listed(venue.get("title"), venue.get("address"))
        return "\n".join(filter(None, (named, _map(venue.get("location") or message.get("location")))))
    return _map(message.get("location"))


def _contact(contact: Mapping[str, Any]) -> str:
    name = " ".join(str(part) for part in (contact.get("first_name"), contact.get("last_name")) if part)
    return _listed(name, contact.get("phone_number"))


def _listed(*parts: object) -> str:
    return ", ".join(part for part in parts if isinstance(part, str) and part)


def _map(location: object) -> str:
    """The link to a map of a place, empty if it is none."""
    if not isinstance(location, dict):
        return ""
    found = [location.get(name) for name in ("latitude", "longitude")]
    if not all(isinstance(number, int | float) and not isinstance(number, bool) for number in found):
        return ""
    north, east = (f"{number:.{PLACES}f}" for number in found)
    return f"https://www.openstreetmap.org/?mlat={north}&mlon={east}#map={ZOOM}/{north}/{east}"
