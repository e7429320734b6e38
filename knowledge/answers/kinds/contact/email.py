"""A mail address, or the wish for an answer in the chat.

The format is judged by a well-kept library, which is loaded with the first answer that needs it, as it would make every
start wait; whether anybody answers there is for people to see.
"""

import re

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.pieces import one_line
from knowledge.answers.result import Json, Reading, Remark, Typed, Understood
from knowledge.answers.shape import begins_as
from knowledge.answers.shown import Shown
from knowledge.municipality.pack import Field

LONGEST_EMAIL = 254
"""In characters: the longest address that mail carries (RFC 5321, section 4.5.3.1.3, less its two brackets)."""

IN_CHAT = "chat"
"""What stands for an address where the answer is to come in the chat."""

_BESIDE_ADDRESSES = re.compile(r"[\s,;<>()\[\]]+")
_MAIL_LABEL = re.compile(
    r"^(?:e-?post(?:adress)?|e-?mail|mail|(?:sähkö|s-?)posti(?:osoite)?(?:mme)?)"
    r"(?:\s+(?:on|är|is))?\s*(?:[:=]\s*|\s)",
    re.IGNORECASE,
)


def _read(said: Typed) -> Reading:
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
    alone = Remark("email.alone", {"email": address, "rest": beside}, is_note=True)
    return Understood(address, (alone,) if beside else ())


def address_in(text: str) -> str:
    """Return the first mail address among words, as a mail server takes it; empty if there is none.

    A domain with other letters than those of English is written in its ASCII form, which every server takes; an
    address with such letters before its @ only few do, so it is passed over.
    """
    from email_validator import EmailNotValidError, validate_email

    for part in _BESIDE_ADDRESSES.split(text):
        if "@" in part:
            try:
                found = validate_email(part.strip(".:").removeprefix("mailto:"), check_deliverability=False)
            except (EmailNotValidError, ValueError):
                continue
            if found.ascii_email:
                return found.ascii_email
    return ""


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


def _show(shown: Shown) -> str:
    return shown.label(shown.value)


def _link(value: Json) -> str:
    return "" if value == IN_CHAT else f"mailto:{value}"


EMAIL = Kind(
    name="email",
    read=_read,
    show=_show,
    fits=begins_as(rf"[^@\s]+@|{IN_CHAT}$"),
    link=_link,
    on_sheet=SheetPart.CONTACT,
)
