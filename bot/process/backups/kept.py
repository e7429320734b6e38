"""The backups in a folder: by which names they are known, which is the newest, and which are old enough to go.

A backup gets its name when it has been read back, so that whatever bears one is whole: vasa-20261201T023000Z.backup is
that of the bot vasa, in UTC. One in which values cannot be read ends in .damaged: it is kept beside the whole ones.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from storage.engine.process_lock import ProcessLock

WHOLE, DAMAGED = "backup", "damaged"
STAMP = "%Y%m%dT%H%M%SZ"
ONLY_BOT = "lots"
"""What the name of a backup begins with where a process has one bot, without a name."""


class Kept:
    """The backups of one bot in a folder that other bots may use as well, and anybody for anything else."""

    def __init__(self, folder: Path, bot: str = "") -> None:
        self._folder = folder
        self._bot = bot or ONLY_BOT
        self.unread = folder / f"{self._bot}.unread"
        """Where a backup lies until it has been read back."""

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the one process that makes backups of the bot here. Raise `DatabaseLocked` while another one is."""
        lock = ProcessLock(self.unread)
        try:
            yield
        finally:
            lock.release()

    def newest(self) -> datetime | None:
        """Return when the newest whole backup was made, None for none."""
        return next(iter(self._of(WHOLE)), None)

    def keep(self, at: datetime, kind: str, most: int) -> Path:
        """Give the backup that has been read its name; of its kind the newest ones stay, `most` of them."""
        named = self._file(at, kind)
        self.unread.replace(named)
        for old in self._of(kind)[most:]:
            self._file(old, kind).unlink(missing_ok=True)
        return named

    def _file(self, at: datetime, kind: str) -> Path:
        return self._folder / f"{self._bot}-{at:{STAMP}}.{kind}"

    def _of(self, kind: str) -> list[datetime]:
        """The instants of the backups of a kind, the newest first."""
        name = re.compile(rf"{re.escape(self._bot)}-(\d{{8}}T\d{{6}}Z)\.{kind}")
        found = []
        with suppress(OSError):
            for file in self._folder.iterdir():
                if stamp := name.fullmatch(file.name):
                    with suppress(ValueError):
                        found.append(datetime.strptime(stamp[1], STAMP).replace(tzinfo=UTC))
        return sorted(found, reverse=True)
