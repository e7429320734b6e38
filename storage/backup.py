"""Copies of a whole database in one file, the same kind of file for both databases: a SQLite database.

Values stay encrypted in it as they are, so it needs the same SECRET_KEY. A backup of one kind of database can
be restored into the other. Restoring fills an empty database only, and compares every table afterwards.
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from storage.engine import schema
from storage.engine.engine import make_engine, read_url
from storage.engine.statements import IN_PORTIONS
from storage.engine.tables import KEY, Number, key_values, metadata
from storage.errors import BackupRefused

T = TypeVar("T")
NAMED_AT_MOST = 20
"""How many damaged values are named, a line each: a screen of a terminal. `lots db check` names them all."""

SUM_BITS = 128
"""The bits of a table's sum: tables that differ have the same one with a chance of 1 in 2**128."""


def write(engine: Engine, file: Path) -> None:
    """Write a consistent copy into a new file, which appears when it is whole. Raise `BackupRefused`."""
    if file.exists():
        raise BackupRefused(f"{file} is there already. Give the backup another name.")
    if not file.parent.is_dir():
        raise BackupRefused(f"The folder {file.parent.absolute()} does not exist. Make it or choose another.")
    with engine.connect() as connection:
        if not schema.revision(connection):
            raise BackupRefused("There is nothing to back up: the database has no tables of Lots. Is it the right one?")
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        _vacuum(engine, part) if engine.dialect.name == "sqlite" else _dump(engine, part)
        _settle(part, file)
    except (OSError, sqlite3.Error) as error:
        raise BackupRefused(f"The backup {file} could not be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def read(
    engine: Engine,
    file: Path,
    recognise: Callable[[Connection], None],
    inspect: Callable[[Connection], Sequence[object]],
) -> None:
    """Fill an empty database from a backup; `recognise` raises WrongKey if the copy has another key.

    `inspect` opens every value of the copy and returns what cannot be read. Raise `BackupRefused`.
    """
    with _opened(file) as copy:
        _prepare(copy, file)
        with copy.begin() as source, engine.begin() as target:
            recognise(source)
            _require_whole(inspect(source), file)
            _require_empty(target)
            for table in metadata.sorted_tables:
                _fill(source, target, table)
                _compare(source, target, table)


def read_back(
    file: Path, recognise: Callable[[Connection], None], inspect: Callable[[Connection], Sequence[T]]
) -> Sequence[T]:
    """Open every value of a backup and return what cannot be read. Raise WrongKey if it has another key, and
    `BackupRefused` if it is no whole backup.
    """
    with _opened(file) as copy:
        _prepare(copy, file)
        with copy.begin() as source:
            recognise(source)
            return inspect(source)


def _vacuum(engine: Engine, file: Path) -> None:
    # Named as a URI, because a connection that only reads would open the copy for reading too.
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM INTO ?", (f"{file.absolute().as_uri()}?mode=rwc",))


def _dump(engine: Engine, file: Path) -> None:
    with _sqlite(file) as copy, engine.connect() as connection:
        source = connection.execution_options(isolation_level="REPEATABLE READ")
        with copy.begin() as target:
            schema.upgrade(target)
            for table in metadata.sorted_tables:
                _copy(source, target, table)
        with closing(copy.raw_connection()) as written:
            # One file, without a log beside it.
            written.cursor().execute("PRAGMA journal_mode=DELETE")


def _settle(part: Path, file: Path) -> None:
    with part.open("rb+") as written:
        os.fchmod(written.fileno(), 0o600)
        os.fsync(written.fileno())
    part.replace(file)


@contextmanager
def _opened(file: Path) -> Iterator[Engine]:
    """A copy of the backup, so that bringing it to this program's revision leaves the backup as it is."""
    if not file.is_file():
        raise BackupRefused(f"There is no backup {file}.")
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "backup.db"
        shutil.copyfile(file, copied)
        with _sqlite(copied) as engine:
            yield engine


@contextmanager
def _sqlite(file: Path) -> Iterator[Engine]:
    engine = make_engine(read_url(f"sqlite:///{file}"))
    try:
        yield engine
    finally:
        engine.dispose()


def _prepare(copy: Engine, file: Path) -> None:
    """Check that the copy is whole and bring it to this program's revision."""
    try:
        with copy.begin() as source:
            if source.execute(text("PRAGMA integrity_check(1)")).scalar_one() != "ok" or not schema.revision(source):
                raise BackupRefused(f"{file} is not a whole backup of Lots.")
            schema.upgrade(source)
            for table in metadata.sorted_tables:
                source.execute(select(table).limit(0))  # a damaged letter in the name of a column passes as whole
    except UnicodeDecodeError as error:  # what SQLite says of damage may name bytes that are no letters
        raise BackupRefused(f"{file} is not a whole backup of Lots.") from error
    except DBAPIError as error:
        raise BackupRefused(f"{file} is not a whole backup of Lots: {error.orig}") from error


def _require_whole(damaged: Sequence[object], file: Path) -> None:
    if damaged:
        named = "\n".join(map(str, damaged[:NAMED_AT_MOST]))
        raise BackupRefused(
            f"{file} has {len(damaged)} values that cannot be read, and nothing was restored. Restore another backup; "
            f"or this one with --with-damage, and see `lots db check` and `lots db forget` then.\n{named}"
        )


def _require_empty(target: Connection) -> None:
    for table in metadata.sorted_tables:
        own = table.c.name != KEY if table is key_values else text("1 = 1")
        if target.execute(select(func.count()).select_from(table).where(own)).scalar_one():
            raise BackupRefused("The database is not empty. Restore into a new one, then change the address.")


def _fill(source: Connection, target: Connection, table: Table) -> None:
    target.execute(table.delete())
    _copy(source, target, table)
    key = next(iter(table.primary_key.columns))
    if target.dialect.name == "postgresql" and key.type is Number:
        highest = target.execute(select(func.max(key))).scalar_one() or 0
        sequence = func.pg_get_serial_sequence(table.name, key.name)
        target.execute(select(func.setval(sequence, highest + 1, False)))  # noqa: FBT003 - "not yet used"


def _copy(source: Connection, target: Connection, table: Table) -> None:
    rows = source.execute(select(table), execution_options=IN_PORTIONS)
    for chunk in rows.mappings().partitions():
        target.execute(insert(table), [dict(row) for row in chunk])


def _compare(source: Connection, target: Connection, table: Table) -> None:
    if _sum(source, table) != _sum(target, table):
        raise BackupRefused(f"The table {table.name} did not come over whole; nothing was restored.")


def _sum(connection: Connection, table: Table) -> tuple[int, int]:
    """The number of rows and a sum over all that stands in them, in whatever order they come."""
    count = total = 0
    for row in connection.execute(select(table), execution_options=IN_PORTIONS):
        digest = hashlib.blake2b(repr(tuple(row)).encode(), digest_size=SUM_BITS // 8).digest()
        count, total = count + 1, (total + int.from_bytes(digest)) % 2**SUM_BITS
    return count, total
