"""Where an association is and how it is reached: place, address, mail, phone, web, person.

Formats are judged by well-kept libraries, which are loaded with the first answer that needs them, as they would make
every start wait; whether anybody answers there is for people to see.
"""

import re
from urllib.parse import urlsplit

from knowledge.answers.result import Reading, Remark, Said, Understood, one_line
from knowledge.answers.vocabulary import ROLES, found

EARLIEST_YEAR = 1850
LONGEST_EMAIL = 254
_POSTAL_CODE = {
    "FI": re.compile(r"(?<![\d-])(?:FI-?|AX-?)?\d{5}(?![\d-])", re.ASCII),
    "SE": re.compile(r"(?<![\d-])(?:SE?-?)?\d{3} ?\d{2}(?![\d-])", re.ASCII),
}
_POSTAL_EXAMPLE = {"FI": "65100 Vasa", "SE": "352 31 Växjö"}
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,}")


def read_place_year(said: Said) -> Reading:
    """Take a home town and the year of registration, in any order."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", said.text, re.ASCII)
    place = " ".join(re.sub(r"[\d().,;:/]+", " ", said.text).split()).strip(" -–")
    if len(years) != 1:
        return said.unclear("place.year")
    if not EARLIEST_YEAR <= int(years[0]) <= said.year:
        return said.unclear("place.range", first=str(EARLIEST_YEAR), last=str(said.year))
    if not place:
        return said.unclear("place.town")
    return Understood({"place": place, "year": int(years[0])})


def read_address(said: Said) -> Reading:
    """Take a postal address that holds a postal code of the country."""
    address = ", ".join(one_line(line).rstrip(",") for line in said.text.splitlines() if line.strip(" ,"))
    code = _POSTAL_CODE.get(said.country, _POSTAL_CODE["FI"]).search(address)
    if not code or not re.search(r"[^\W\d_]{2}", address.replace(code.group(), "")):
        return said.unclear("address.code", example=_POSTAL_EXAMPLE.get(said.country, _POSTAL_EXAMPLE["FI"]))
    if len(address) > (said.field.limits[1] or len(address)):
        return said.unclear("text.long", most=str(said.field.limits[1]), length=str(len(address)))
    return Understood(address)


def read_email(said: Said) -> Reading:
    """Take one mail address. Nothing is looked up on the network."""
    from email_validator import EmailNotValidError, validate_email

    if len(said.text) > LONGEST_EMAIL:
        return said.unclear("email.unreadable")
    typed = re.sub(r"\s*[(\[]\s*(?:at|ät|a)\s*[)\]]\s*", "@", said.text.strip(" <>.,;"), flags=re.IGNORECASE)
    try:
        found_address = validate_email(typed.removeprefix("mailto:"), check_deliverability=False)
    except (EmailNotValidError, ValueError):
        return said.unclear("email.unreadable")
    return Understood(found_address.normalized)


def read_phone(said: Said) -> Reading:
    """Take a phone number; one without country code gets that of the municipality, and a remark says so."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(said.text[:250], said.country)
    except phonenumbers.NumberParseException:
        return said.unclear("phone.unreadable", example=_phone_example(said))
    enough_digits = sum(c.isdigit() for c in said.text) >= 5  # else letters were read as keys of a phone
    if not enough_digits or not phonenumbers.is_possible_number(parsed):
        return said.unclear("phone.unreadable", example=_phone_example(said))
    shown = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    remarks = [] if "+" in said.text or said.text[:2] == "00" else [Remark("phone.country", {"number": shown})]
    if not phonenumbers.is_valid_number(parsed):
        remarks.append(Remark("phone.unusual", {"number": shown}))
    return Understood(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), tuple(remarks))


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
    line = one_line(said.text)
    name, role = _name_and_role(line)
    if len(name) < 2 or not any(c.isalpha() for c in name):
        return said.unclear("person.unreadable")
    if len(line) > (said.field.limits[1] or len(line)):
        return said.unclear("text.long", most=str(said.field.limits[1]), length=str(len(line)))
    return Understood({"name": name, "role": role}, () if role else (Remark("person.role", {"name": name}),))


def _name_and_role(line: str) -> tuple[str, str]:
    parts = re.split(r"\s*[,;:(/]\s*|\s+[-–—]\s+", line, maxsplit=1)
    if len(parts) == 2:
        first, second = parts[0].strip(), parts[1].strip(" )")
        return (second, first) if found(ROLES, first) and not found(ROLES, second) else (first, second)
    role = found(ROLES, line)
    if role and role.start() > 0:
        return line[: role.start()].strip(), line[role.start() :].strip()
    return line, ""


def _phone_example(said: Said) -> str:
    return "+46 70 123 45 67" if said.country == "SE" else "+358 40 123 4567"
