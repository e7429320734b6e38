"""The lines of a forwarded mail that tell who sent it to whom and when: they say nothing of what a need is about.

The subject does, without its label and "VB:"; so does the text that is quoted below.
"""

import re

PREFIX = r"^[> \t*_|-]*"
SENDER = "från|till|kopia|skickat|from|to|cc|sent|date|lähettäjä|vastaanottaja|kopio|lähetetty"
SUBJECT = "ämne|subject|aihe"
"""What mail programs call the sender, the receivers and the day, and the subject, in our languages."""
PASSED_ON = "vb|sv|vs|vl|re|fw|fwd"
"""What they write before the subject of a mail that is answered or passed on."""
LABELLED = re.compile(
    PREFIX + r"(?:"
    rf"(?:{SENDER}|datum|bcc|päiväys|pvm|päivämäärä)\s*:.*"
    rf"|(?:{SUBJECT}|rubrik|re|otsikko)\s*:(?:\s*(?:{PASSED_ON})\s*:)*"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
"""A label at the beginning of a line with what it says; of the subject the label alone."""
FORWARDED = re.compile(
    PREFIX + r"(?:"
    r"(?:vidarebefordrat|ursprungligt) meddelande|(?:välitetty|edelleenlähetetty|alkuperäinen) viesti|"
    r"(?:begin )?(?:forwarded|original) message"
    r").*",
    re.IGNORECASE | re.MULTILINE,
)
"""What mail programs write above what is forwarded."""
SENT_FROM = re.compile(
    PREFIX + r"(?:"
    r"skickat från (?:min|mitt)|hämta outlook|lähetetty \w*(?:sta|stä|lta|ltä)\b|sent from my|get outlook"
    r").*",
    re.IGNORECASE | re.MULTILINE,
)
"""What telephones write below what was typed on them."""


def header_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return from where to where a text holds headers of mail, in characters."""
    return tuple(found.span() for pattern in (LABELLED, FORWARDED, SENT_FROM) for found in pattern.finditer(text))
