"""What somebody says in a message themselves, without what is only passed on: forwarded mail, quotes, addresses."""

import re

from knowledge.needs.words.forwarded_mail import FORWARDED, PASSED_ON, SENDER, SENT_FROM, SUBJECT

# Both patterns look at every sign of the longest text a few times at most: repeated signs never make them try again.
ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S++|(?<!\S)[^\s@]++@[^\s@]*\.\w++|@\w++", re.IGNORECASE)
BLANKS = r"[^\S\n]*+"
HEADER = re.compile(
    rf"^{BLANKS}(?:>"
    rf"|--+{BLANKS}\w.*--{BLANKS}$"
    rf"|(?:{SENDER}|{SUBJECT}){BLANKS}:\s"
    rf"|(?:{PASSED_ON}){BLANKS}:{BLANKS}\S"
    rf"|(?:den|on|le)?{BLANKS}\S.{{4,60}}\b(?:skrev|kirjoitti|wrote)\b.{{0,40}}:{BLANKS}$"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
"""How the part of a mail begins that somebody else wrote."""
PIECE = re.compile(r"[.!?…:;,\n]+")


def without_addresses(text: str) -> str:
    """Return a text without web and mail addresses: they are in no language."""
    return ADDRESS.sub(" ", text)


def own_words(text: str) -> str:
    """Return what stands before the first line that begins a forwarded mail, without addresses and signatures."""
    begins = [found.start() for pattern in (HEADER, FORWARDED) if (found := pattern.search(text))]
    return without_addresses(SENT_FROM.sub("", text[: min(begins, default=len(text))])).strip()


def pieces(text: str) -> list[str]:
    """Return the sentences of a text and their parts, in order."""
    return [piece.strip() for piece in PIECE.split(text) if piece.strip()]
