"""One process for one SQLite file: a lock file beside it, which the system lets go when the process ends."""

import fcntl
import os
from pathlib import Path

from storage.errors import DatabaseLocked, DatabaseUnreachable

OWNER = 20
"""In bytes: the digits of the longest process id there can be."""


class ProcessLock:
    """The lock of a database file. It is taken at once; `release` gives it back."""

    def __init__(self, database: Path) -> None:
        self._file = self._opened(database)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            owner = os.pread(self._file, OWNER, 0).decode(errors="replace").strip()
            os.close(self._file)
            raise DatabaseLocked(
                f"Lots is already running on {database} (process {owner or 'unknown'}). Stop it first, "
                "or use PostgreSQL, which several processes can share."
            ) from None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Let another process have the database. The file stays: removing it would let two in at once."""
        if self._file >= 0:
            os.close(self._file)
        self._file = -1

    def _opened(self, database: Path) -> int:
        try:
            return os.open(f"{database}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise DatabaseUnreachable(
                f"The folder of {database} cannot be written: {error.strerror}. Check who may write there."
            ) from None
