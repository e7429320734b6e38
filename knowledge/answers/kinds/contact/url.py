"""A web address."""

import re
from urllib.parse import urlsplit

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.result import Reading, Remark, Typed, Understood
from knowledge.answers.shape import begins_as

_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,}")
"""Names of at most 63 characters with dots between (RFC 1035, section 2.3.4), the last of letters alone."""

LONGEST_URL = 2000
"""In characters: chosen by hand; an address that somebody can print or type again is far shorter."""


def _read(said: Typed) -> Reading:
    """Take a web address; one without https gets it, and a remark says so."""
    typed = said.text.strip(" <>.,;")
    if re.search(r"\s", typed):
        return said.unclear("url.unreadable")
    address = "https://" + re.sub(r"^(?:https?:)?/*", "", typed, flags=re.IGNORECASE)
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return said.unclear("url.unreadable")
    if not _HOST.fullmatch(host) or "@" in typed or len(address) > LONGEST_URL:
        return said.unclear("url.unreadable")
    secure = typed.casefold().startswith("https://")
    return Understood(address, () if secure else (Remark("url.https", {"url": address}, is_note=True),))


URL = Kind(
    name="url",
    read=_read,
    fits=begins_as("https://"),
    link=str,
    on_sheet=SheetPart.CONTACT,
    may_be_lacking=True,
)
