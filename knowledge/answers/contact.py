"""Where an association is and how it is reached: place, address, mail, phone, web, person.

Formats are judged by well-kept libraries, which are loaded with the first answer that needs them, as they would make
every start wait; whether anybody answers there is for people to see.
"""

import re
from urllib.parse import urlsplit

from knowledge.answers.result import Reading, Remark, Said, Understood, one_line
from knowledge.answers.rows import trimmed
from knowledge.answers.vocabulary import NEARLY, ROLES, found
from knowledge.municipality.pack import Field

EARLIEST_YEAR = 1850
LONGEST_EMAIL = 254
IN_CHAT = "chat"
"""What stands for an address where the answer is to come in the chat."""
_POSTAL_CODE = {
    "FI": re.compile(r"(?<![\d-])(?:FI-?|AX-?)?\d{5}(?![\d-])", re.ASCII),
    "SE": re.compile(r"(?<![\d-])(?:SE?-?)?\d{3} ?\d{2}(?![\d-])", re.ASCII),
}
_POSTAL_EXAMPLE = {"FI": "65100 Vasa", "SE": "352 31 Växjö"}
_REGISTERED = re.compile(
    r"(?<!\w)(?:hemort|registrerad\w*|registrerades|registrering\w*|grundad\w*|år|kotipaikka|rekisteröi\w*|vuonna|vuosi|"
    r"perustettu|perustettiin|sedan|från|bildad\w*|bildades|startad\w*|startade\w*|startat|vuodesta|alkaen|lähtien|"
    r"home town|registered|founded|established|formed|in|since|from|year)(?!\w)",
    re.IGNORECASE,
)
"""The words beside a home town and a year that name neither."""

_DECADE = re.compile(r"\d{4}(?:\s?[-–]\s?(?:tal|luv|luk)\w*|['’]?s(?!\w))", re.IGNORECASE | re.ASCII)
"""Ten years, of which none is the one that is asked for: "1960-talet"."""

_MAIL_LABEL = re.compile(r"^(?:e-?post(?:adress)?|e-?mail|mail|sähköposti(?:osoite)?)\s*[:=]\s*", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,}")


def read_place_year(said: Said) -> Reading:
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


def read_address(said: Said) -> Reading:
    """Take a postal address that holds a postal code of the country."""
    lines = re.split(r"[\n\t]", said.text)
    address = ", ".join(one_line(line).rstrip(",") for line in lines if line.strip(" ,"))
    code = _POSTAL_CODE.get(said.country, _POSTAL_CODE["FI"]).search(address)
    if not code or not re.search(r"[^\W\d_]{2}", address.replace(code.group(), "")):
        return said.unclear("address.code", example=_POSTAL_EXAMPLE.get(said.country, _POSTAL_EXAMPLE["FI"]))
    if len(address) > (said.field.limits[1] or len(address)):
        return said.unclear("text.long", most=str(said.field.limits[1]), length=str(len(address)))
    return Understood(address)


def read_email(said: Said) -> Reading:
    """Take one mail address, also with a name before it or a note after it, or the wish for an answer in the chat.

    Nothing is looked up on the network.
    """
    from email_validator import EmailNotValidError, validate_email

    if one_line(said.text).casefold() in _labels_of(said.field):
        return Understood(IN_CHAT)
    if len(said.text) > LONGEST_EMAIL:
        return said.unclear("email.unreadable")
    typed, beside = _address_and_name(said.text)
    try:
        found_address = validate_email(typed, check_deliverability=False)
    except (EmailNotValidError, ValueError):
        return said.unclear("email.unreadable")
    address = found_address.normalized
    return Understood(address, (Remark("email.alone", {"email": address, "rest": beside}),) if beside else ())


def _labels_of(field: Field) -> frozenset[str]:
    """The words for having the answer in the chat instead, where the field offers that."""
    return frozenset(label.casefold() for option in field.options for label in option.label.values())


def _address_and_name(text: str) -> tuple[str, str]:
    """Return the address of "Förnamn <info@exempel.fi>" or "info@exempel.fi (kassören)", and what is beside it."""
    plain = re.sub(r"\s*[(\[]\s*(?:at|ät|a)\s*[)\]]\s*|\s+@\s+", "@", text, flags=re.IGNORECASE).strip(" .,;")
    plain = _MAIL_LABEL.sub("", plain).strip(" .,;")
    named = re.fullmatch(r"([^<>@]*)<([^<>\s]+)>(.*)", plain) or re.fullmatch(r"()([^\s(),;]+)\s+(\([^@]*\))", plain)
    if not named:
        return plain.removeprefix("mailto:"), ""
    return named[2].removeprefix("mailto:"), one_line(f"{named[1]} {named[3]}").strip(" \"'(),;.")


def read_url(said: Said) -> Reading:
    """Take a web address; one without https gets it, and a remark says so."""
    typed = said.text.strip(" <>.,;")
    if re.search(r"\s", typed):
        return said.unclear("url.unreadable")
    address = "https://" + re.sub(r"^(?:https?:)?/*", "", typed, flags=re.IGNORECASE)
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return said.unclear("url.unreadable")
    if not _HOST.fullmatch(host) or "@" in typed or len(address) > 2000:
        return said.unclear("url.unreadable")
    secure = typed.casefold().startswith("https://")
    return Understood(address, () if secure else (Remark("url.https", {"url": address}),))


def read_person(said: Said) -> Reading:
    """Take a name and the role that goes with it."""
    line = one_line(said.text.replace("\t", ", "))
    name, role = _name_and_role(line)
    if len(name) < 2 or not any(c.isalpha() for c in name):
        return said.unclear("person.unreadable")
    if len(line) > (said.field.limits[1] or len(line)):
        return said.unclear("text.long", most=str(said.field.limits[1]), length=str(len(line)))
    return Understood({"name": name, "role": role}, () if role else (Remark("person.role", {"name": name}),))


def _name_and_role(line: str) -> tuple[str, str]:
    bracket = re.fullmatch(r"([^(),;:/]+)\(([^()]+)\)[\s,;:]*([^()]*)", line)
    parts = (
        [bracket[1], ", ".join(filter(None, bracket.groups()[1:]))]
        if bracket
        else re.split(r"\s*[,;:/]\s*|\s+[-–—]\s+", line, maxsplit=1)
    )
    if len(parts) == 2:
        first, second = (trimmed(part) for part in parts)
        return (second, first) if found(ROLES, first) and not found(ROLES, second) else (first, second)
    role = found(ROLES, line)
    if role and role.start() > 0:
        return line[: role.start()].strip(), line[role.start() :].strip()
    return line, ""
