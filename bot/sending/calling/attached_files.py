"""The files that an association has sent as answers, fetched from Telegram for an archive or a letter.

Lots keeps no bytes of them. What Telegram no longer has is named, and the others go; where Telegram cannot be asked
now, all of it waits.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.log import log
from bot.telegram.refusal import Sort, Undeliverable
from dialogs.records.attachment import Attachment

File = tuple[str, bytes]
Fetch = Callable[[str], Awaitable[bytes]]
"""Gives the bytes of a file by its id with Telegram. Raises `Undeliverable`."""
NOT_THERE = frozenset({Sort.REFUSED, Sort.UNFIT, Sort.GONE})
"""What Telegram says of a file that it will not give out, today or later."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Files with their names, and the names of those that Telegram no longer has."""

    files: tuple[File, ...] = ()
    missing: tuple[str, ...] = ()


async def fetched(wanted: Sequence[Attachment], fetch: Fetch) -> Fetched:
    """Fetch files one after another. Raise `Undeliverable` where Telegram cannot be asked now."""
    files: list[File] = []
    missing: list[str] = []
    for attachment in wanted:
        try:
            files.append((attachment.name, await fetch(attachment.file_id)))
        except Undeliverable as refusal:
            if refusal.sort not in NOT_THERE:
                raise
            log().warning("a file that was sent as an answer is no more", why=refusal.reason)
            missing.append(attachment.name)
    return Fetched(tuple(files), tuple(missing))


async def nothing_there(_file_id: str) -> bytes:
    """Fetch nothing, where nobody can be asked."""
    raise Undeliverable("there is nobody to ask for files", Sort.REFUSED)
