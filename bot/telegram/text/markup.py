"""Telegram's HTML: how long a text is for Telegram, and how to cut it without breaking a tag.

Telegram counts UTF-16 units of what is seen, after tags and character references are read.
"""

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from html import unescape

TOKENS = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|.", re.DOTALL)
TAG = re.compile(r"<(/?)([a-zA-Z-]+)[^>]*>")
BORDERS = ("\n\n", "\n", " ")
WORTH_CUTTING = 0.5
"""A share of the limit: a paragraph or line that ends before it would leave too short a message."""
EMPTY = "…"
UNITS_OF_A_LETTER = 2
"""How many UTF-16 units a letter has at most."""
FINGERPRINT_BYTES = 12
"""Of two different messages in a chat's millionth the fingerprints are equal by chance less than once in 10^16."""


def units(text: str) -> int:
    """Return the length of plain text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def visible_length(html: str) -> int:
    """Return the length of a text as Telegram counts it: UTF-16 units without the markup."""
    return sum(_weight(token) for token in TOKENS.findall(html))


def plain(html: str) -> str:
    """Return what a person would see of a text."""
    return unescape(TAG.sub("", html))


def fingerprint(seen: str) -> str:
    """Return what tells a text, as a person sees it, from every other; nothing for no text.

    Telegram takes blank space away at the ends, so blank space does not count.
    """
    words = " ".join(seen.split()).encode("utf-8", "surrogatepass")
    return blake2b(words, digest_size=FINGERPRINT_BYTES).hexdigest() if words else ""


def pieces(html: str, limit: int) -> list[str]:
    """Cut a text into pieces of at most `limit` units, at a paragraph, line or word where one is near.

    Tags that are open at a cut are closed before it and opened again after it. A text without anything to see
    becomes an ellipsis, because Telegram refuses an empty message.
    """
    if not (_begins_with_a_sign(html) or _seen(html)):
        return [EMPTY]
    if UNITS_OF_A_LETTER * len(html) <= limit or units(html) <= limit:
        return [html]
    return _cut(TOKENS.findall(html), limit)


@dataclass(slots=True)
class _Piece:
    tokens: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, token: str) -> None:
        self.tokens.append(token)
        self.length += _weight(token)


def _cut(tokens: list[str], limit: int) -> list[str]:
    found: list[str] = []
    opened: list[str] = []
    piece = _Piece()
    for token in tokens:
        if piece.length + _weight(token) > limit:
            rest = _split(piece.tokens, limit)
            opened = _finish(piece.tokens, found)
            piece = _Piece()
            for kept in [*opened, *_without_leading_space(rest)]:
                piece.add(kept)
        if piece.length or not token.isspace():  # a message does not begin with a space
            piece.add(token)
    _finish(piece.tokens, found)
    return found


def _split(tokens: list[str], limit: int) -> list[str]:
    """Take what stands after the best border off the tokens and return it."""
    for border in BORDERS:
        place = _last_border(tokens, border)
        if place is not None and sum(map(_weight, tokens[:place])) >= limit * WORTH_CUTTING:
            rest = tokens[place:]
            del tokens[place:]
            return rest
    return []


def _last_border(tokens: list[str], border: str) -> int | None:
    size = len(border)
    for place in range(len(tokens) - size, 0, -1):
        if "".join(tokens[place : place + size]) == border:
            return place
    return None


def _finish(tokens: list[str], found: list[str]) -> list[str]:
    """Close the tags that are still open, add the piece, and return what must be opened again."""
    opened: list[str] = []
    for token in tokens:
        match = TAG.fullmatch(token)
        if match and match[1]:
            opened = opened[:-1]
        elif match:
            opened.append(token)
    closing = "".join(f"</{TAG.fullmatch(tag)[2]}>" for tag in reversed(opened))  # type: ignore[index]
    text = "".join(tokens).rstrip()
    if _seen(text):
        found.append(text + closing)
    return opened


def _without_leading_space(tokens: list[str]) -> list[str]:
    first = next((n for n, token in enumerate(tokens) if not token.isspace()), len(tokens))
    return tokens[first:]


def _begins_with_a_sign(html: str) -> bool:
    """Whether the first of a text is to be seen, as nearly always; not if it is markup or blank."""
    return bool(html) and html[0] not in "<&" and not html[0].isspace()


def _seen(html: str) -> bool:
    tokens = (found.group() for found in TOKENS.finditer(html))
    return any(_weight(token) and not token.isspace() for token in tokens)


def _weight(token: str) -> int:
    if token.startswith("<") and len(token) > 1:
        return 0
    return units(unescape(token)) if len(token) > 1 else units(token)
