"""Which of our errors a driver's error means, on both databases.

It goes by the code that the error carries. What to do about it is said in the sentence and decided by the caller.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from storage.engine.running.pipeline import NOTHING_CHANGED
from storage.errors import (
    DatabaseAway,
    DatabaseDamaged,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseUnreachable,
    LostRace,
    SchemaBehind,
    StorageError,
    TryAgain,
)

UPGRADE = "The database has not been prepared for this version of Lots. Run: lots db upgrade"
TORN_SCHEMA = b"malformed database schema"
"""SQLite's words of a schema that it cannot read. They name what it read, and Python cannot tell what is no letter."""


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn a driver's error into ours; `name` is the address of the database as it may be shown."""
    try:
        yield
    except DBAPIError as error:
        meant = _meant(error.orig, name)
        if meant is None:
            raise
        raise meant from error
    except UnicodeDecodeError as error:
        if TORN_SCHEMA not in error.object:
            raise
        raise _damaged(name) from error
    except NoFreeConnection as error:
        raise TryAgain("All connections to the database are busy; the step must run again.") from error


def _meant(error: BaseException | None, name: str) -> StorageError | None:
    if isinstance(error, sqlite3.Error):
        return _sqlite(getattr(error, "sqlite_errorname", "") or "", name, str(error))
    return _postgresql(error, name) if error is not None else None


def _sqlite(code: str, name: str, words: str) -> StorageError | None:
    kind = code.removeprefix("SQLITE_").split("_")[0]
    match kind:
        case "BUSY" | "LOCKED":
            return TryAgain(f"Another program is writing to {name}; the step must run again.")
        case "FULL":
            return _full(name)
        case "READONLY" | "PERM":
            return _read_only(name)
        case "CANTOPEN":
            return DatabaseUnreachable(
                f"The file of {name} cannot be opened. Check that it exists and who may read it."
            )
        case "IOERR":
            return DatabaseAway(f"The disk under {name} does not read or write. Check the disk. ({code})")
        case "NOTADB" | "CORRUPT":
            return _damaged(name)
    return SchemaBehind(UPGRADE) if words.startswith("no such table") else None


def _postgresql(error: BaseException, name: str) -> StorageError | None:
    # A process on SQLite does without PostgreSQL's driver, which takes 8 MB and a twentieth of a second to load.
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    code = error.sqlstate or ""
    if code in {"40001", "40P01", "55P03", "25P03"}:
        return TryAgain("Two processes were in each other's way in the database; the step must run again.")
    if code == NOTHING_CHANGED:
        return LostRace("Somebody else changed the same at the same time; the step must run again.")
    if code == "53100":
        return _full(name)
    if code in {"25006", "42501"}:
        return _read_only(name)
    if code == "42P01":
        return SchemaBehind(UPGRADE)
    # Without a code the server was not reached at all, or the connection broke.
    if code[:2] in {"08", "28", "3D", "53", "57"} or (not code and isinstance(error, psycopg.OperationalError)):
        return DatabaseUnreachable(f"The server of {name} cannot be used: {_first_line(error)}")
    return None


def _damaged(name: str) -> StorageError:
    return DatabaseDamaged(f"{name} is not a database of Lots, or it is broken. Restore a backup: lots db restore")


def _full(name: str) -> StorageError:
    return DatabaseFull(f"The disk under {name} is full. Nothing is lost: make room, and Lots goes on by itself.")


def _read_only(name: str) -> StorageError:
    return DatabaseReadOnly(f"{name} can be read but not written. Check who may write to it.")


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[-1] if lines else type(error).__name__
