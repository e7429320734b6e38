"""What opens an account or a hiding place: log-ins with their secret, and the address of a shelter.

Talk of passwords is no password, and an address alone is no secret: it takes both words in the same text.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_SECRET = re.compile(
    r"\b(?:lösen(?:ord)?\w*|losenord\w*|passord|pin-?\s?(?:kod|koodi|code)?\w*|kod(?:en)?|koodi|bankkod\w*|salasana\w*|tunnusluku\w*"
    r"|avainluku\w*|password|passcode|cvv|cvc)\b\s*(?P<link>[:=]|\b(?:är|on|is)\b)?\s*(?P<value>[^\s,;]{3,40})",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"bank|pankki|pankin|pankkii|konto|tili|account|login|log-?in|logga in|kirjaudu|användar\w*|käyttäjä\w*"
    r"|tunnu[sk]\w*|user\w*|kort|kortti|card|mejl|mail|sähköposti|facebook|instagram",
    re.IGNORECASE,
)
_OPEN_ROOM = re.compile(r"zoom|teams|meet\b|möte|kokous|meeting|wifi|wi-fi|wlan|kahoot", re.IGNORECASE)
_SHELTER = re.compile(
    r"skydda[dt]\w* (?:boende|adress|lägenhet|personuppgift)|skyddsboende|kvinnojour|tjejjour|mansjour|kvinnohus"
    r"|jourboende|jourlägenhet|turvako[td]|turvatalo|suojako[td]|turvakiel|shelter|safe house|women.?s refuge"
    r"|refuge for"
)
_STREET = re.compile(
    r"\b[A-ZÅÄÖ]?\w*(?:gatan?|vägen|gränden?|stigen|torget|allén|backen|esplanaden|katu|kadulla|kadun|tie|tiellä|kuja|kujalla|polku"
    r"|raitti|rinne|bulevardi|(?<=\s)(?:street|road|avenue|lane))\s+\d{1,4}\s?[A-Ha-h]?\b"
)
_ADDRESS_IS = re.compile(
    r"\b(?:adress(?:en)?|osoite|address)\b\s*(?::|är|on|is)\s*(?P<where>[A-ZÅÄÖ0-9][\w .\-]{2,40})", re.IGNORECASE
)
_NEAR = 80


def logins(text: str) -> Iterator[Span]:
    """Yield where a password or a code stands with its words, beside an account that it opens."""
    for match in _SECRET.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        secret = any(char.isdigit() for char in match["value"]) or match["link"] in {":", "="}
        if secret and _ACCOUNT.search(around) and not _OPEN_ROOM.search(around):
            yield match.span()


def shelter_addresses(text: str, about: str = "") -> Iterator[Span]:
    """Yield where a street with its number stands in a text that speaks of a shelter, or after `about` did."""
    streets = [*_STREET.finditer(text), *_ADDRESS_IS.finditer(text)]
    if streets and (_SHELTER.search(text.lower()) or _SHELTER.search(about.lower())):
        yield from (match.span() for match in streets)
