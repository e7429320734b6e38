"""The token that a button carries, and nothing else: `s<revision>.<index>` or `p<index>`.

A token means nothing by itself; what the button does stands in the session (`s`) or with the message (`p`). It comes
from outside, so every text that is not exactly a token is refused.
"""

import re
from dataclasses import dataclass

TOKEN = re.compile(r"s(\d{1,9})\.(\d{1,2})|p(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A token that was read: which offer, of which revision, and whether it stood under a pushed message."""

    revision: int
    index: int
    pushed: bool


def session_token(revision: int, index: int) -> str:
    """Return the token of an offer of the session."""
    return f"s{revision}.{index}"


def pushed_token(index: int) -> str:
    """Return the token of an offer that is remembered with its message."""
    return f"p{index}"


def read_token(data: object) -> Pressed | None:
    """Read callback data; None if it is not a token of ours."""
    match = TOKEN.fullmatch(data) if isinstance(data, str) else None
    if match is None:
        return None
    revision, index, pushed = match.groups()
    return Pressed(0, int(pushed), pushed=True) if pushed else Pressed(int(revision), int(index), pushed=False)
