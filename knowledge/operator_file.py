"""The text of a file that an operator wrote: packs, answers, corpora, settings.

Whatever lies at the path, reading ends: with the text, or with a sentence that says what lies there instead. What the
text means is found out by those who asked for it.
"""

import os
import stat
from pathlib import Path

LARGEST = 1_000_000
"""In bytes, forty times the largest file of a pack that ships: more was put there by mistake."""


class Unreadable(ValueError):  # noqa: N818 - the name says what happened
    """The file, or the text, is none that a person wrote; the message says why, `line` where, counted from 1."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.line = line


def read_text(path: Path, largest: int = LARGEST) -> str:
    """Return the text of a file of at most `largest` bytes, with newlines as line ends, without a byte order mark.

    Raise `FileNotFoundError` where there is none, `Unreadable` for a folder, a pipe, a device, a file that is too
    large or may not be read, and for what is no text.
    """
    try:
        return _text(_content(path, largest))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None


def _content(path: Path, largest: int) -> bytes:
    if "\0" in str(path):
        raise Unreadable("cannot be read: no file has such a name")
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Unreadable("cannot be read: it is no ordinary file")
        content = file.read(largest + 1)
    if len(content) > largest:
        raise Unreadable(f"cannot be read: it is larger than {largest // 1_000_000} MB")
    return content


def _without_waiting(path: str, flags: int) -> int:
    """Open like Python itself, but at once: a pipe that nobody writes to would never be opened."""
    return os.open(path, flags | os.O_NONBLOCK)


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("cannot be read: it is not UTF-8 text", content.count(b"\n", 0, error.start) + 1) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise Unreadable("cannot be read: there is a NUL character in it", text.count("\n", 0, text.index("\0")) + 1)
    return text
