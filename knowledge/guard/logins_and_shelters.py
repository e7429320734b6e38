"""What opens an account or a hiding place: log-ins with their secret, and the address of a shelter.

Talk of passwords is no password, and an address alone is no secret: it takes both words in the same text.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_SECRET = re.compile(
    r"\b(?P<word>lösen(?:ord)?\w*|losenord\w*|passord|pin-?\s?(?:kod|koodi|code)?\w*|kod(?:en)?|koodi|bankkod\w*|salasana\w*|tunnusluku\w*"
    r"|avainluku\w*|password|passcode|cvv|cvc)\b\s*(?P<link>[:=]|\b(?:är|on|is)\b)?\s*(?P<value>[^\s,;]{3,40})",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"bank|pankki|pankin|pankkii|konto|tili|account|login|log-?in|logga in|kirjaudu|användar\w*|käyttäjä\w*"
    r"|tunnu[sk]\w*|user\w*|kort|kortti|card|mejl|mail|sähköposti|facebook|instagram",
    re.IGNORECASE,
)
_ONLY_SECRET = re.compile(
    r"lösen|losen|passord|pin-?\s?(?:kod|koodi|code)|pin$|salasana|tunnusluku|password|passcode|cv[vc]", re.I
)
"""Words that say alone that a secret follows. A code may also be a door's."""
_OPEN_ROOM = re.compile(r"zoom|teams|meet\b|möte|kokous|meeting|wifi|wi-fi|wlan|kahoot", re.IGNORECASE)
_SHELTER = re.compile(
    r"skydda[dt]\w* (?:boende|adress|lägenhet|personuppgift)|skyddsboende|kvinnohus"
    r"|(?:kvinno|tjej|mans)jour[^.]*(?:lägenhet|boende|gömm|skydd)"
    r"|(?:boende|hus|hem|lägenhet)\w* för (?:\w+ ){0,3}"
    r"(?:våldsutsatt|hotade|misshandlade|utsatta för våld|flyr|flytt från)"
    r"|(?:koti|talo|asunto) (?:\w+ ){0,2}(?:väkival|paenneille)"
    r"|(?:home|house|flat|place) for (?:\w+ ){0,4}(?:abused|battered|fleeing)"
    r"|jourboende|jourlägenhet|turvako[td]|turvatalo|suojako[td]|turvakiel|shelter|safe house|women.?s refuge"
    r"|refuge for"
)
_STREET = re.compile(
    r"\b[A-ZÅÄÖ]?\w*(?:gatan?|vägen|gränden?|stigen|torget|allén|backen|esplanaden|katu|kadulla|kadun|tie|tiellä|kuja|kujalla|polku"
    r"|raitti|puistikko|esplanadi|rinne|bulevardi|(?<=\s)(?:street|road|avenue|lane))\s+\d{1,4}\s?[A-Ha-h]?\b"
)
_NUMBER_FIRST = re.compile(
    r"\b\d{1,4}[A-Ha-h]?\s[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:Street|Road|Avenue|Lane|Drive|Close|St|Rd|Ave)\b"
)
_AT = re.compile(
    r"\b(?:osoitteessa|osoitteesta|på adressen|at the address)\s(?P<where>[A-ZÅÄÖ][\w .\-]{2,40}?\s\d{1,4})\b"
)
_ADDRESS_IS = re.compile(
    r"\b(?:adress(?:en)?|osoite|address)\b\s*(?::|är|on|is)\s*(?P<where>[A-ZÅÄÖ0-9][\w .\-]{2,40})", re.IGNORECASE
)
_NEAR = 80
"""In characters, a line of text: so far from a password its account may stand. Chosen by hand; half or twice as
much makes no difference to the texts of the tests."""

_PIN_DIGITS = range(3, 7)
"""The digits of a PIN, a bank's login or the code of a card."""


def logins(text: str) -> Iterator[Span]:
    """Yield where a password or a code stands with its words, beside an account that it opens."""
    for match in _SECRET.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        secret = any(char.isdigit() for char in match["value"]) or match["link"] in {":", "="}
        opens = _ACCOUNT.search(around) or _is_secret(match)
        if secret and opens and not _OPEN_ROOM.search(around):
            yield match.span()


def _is_secret(match: re.Match[str]) -> bool:
    """Tell whether a value is a password without more words: letters with digits, what is called so, a short PIN."""
    word, value = match["word"], match["value"].rstrip(".!?)")
    if not _ONLY_SECRET.match(word):
        return False
    if word.lower().startswith(("pin", "tunnus", "cv")):
        return value.isdigit() and len(value) in _PIN_DIGITS
    mixed = any(char.isalpha() for char in value) and not re.match(r"\d+[-–:.]", value)
    return any(char.isdigit() for char in value) and (mixed or bool(match["link"]))


def streets(text: str) -> Iterator[Span]:
    """Yield where a street with its number stands, or what is called an address."""
    for way in (_STREET, _NUMBER_FIRST, _AT, _ADDRESS_IS):
        yield from (match.span() for match in way.finditer(text))


def speaks_of_shelter(*texts: str) -> bool:
    """Tell whether any of some texts speaks of a place that must not be found."""
    return any(_SHELTER.search(text.lower()) for text in texts)
