"""The folder that what comes back to Lots' address is put into: a Maildir, as mail servers and fetchers fill it.

What is about a letter of Lots is read and removed, for it may hold somebody's papers. Everything else is left for
people, among the mail that was seen.
"""

import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

READ_AT_MOST = 1_000_000
"""In bytes: a report stands before the letter that it gives back, and an answer's words before what it carries."""
AT_ONCE = 50
"""How many messages are read in one round: chosen by hand, so that a flooded folder holds up no letter."""


@dataclass(frozen=True, slots=True)
class Postbox:
    """A Maildir by its path."""

    folder: Path

    def put(self, content: bytes) -> None:
        """Put a message in. Raise `OSError`."""
        name = f"{secrets.token_hex(16)}.lots"
        written = self.folder / "tmp" / name
        written.write_bytes(content)
        written.rename(self.folder / "new" / name)

    def new(self) -> Iterator[tuple[Path, bytes]]:
        """Return what is new, a portion of it, each with the beginning of its content."""
        with suppress(FileNotFoundError, NotADirectoryError):
            for file in sorted((self.folder / "new").iterdir())[:AT_ONCE]:
                # Another process may have read it meanwhile.
                with suppress(OSError), file.open("rb") as opened:
                    yield file, opened.read(READ_AT_MOST)

    def remove(self, file: Path) -> None:
        """Remove a message that was read."""
        with suppress(OSError):
            file.unlink()

    def leave(self, file: Path) -> None:
        """Leave a message to people."""
        with suppress(OSError):
            file.rename(self.folder / "cur" / f"{file.name}:2,")
