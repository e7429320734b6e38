"""What was recorded of a released revision, and the way of its database into SQLite or PostgreSQL.

A release is a folder that begins with its revision: `people.txt` (who was where, and what they say next),
`database.sql` (the SQLite database as that program wrote it), `tables.postgresql.sql` (the same tables on PostgreSQL),
one JSON file a table with its rows in plain, and `values.json` (a full value of each kind, as its codec wrote it).
"""

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, MetaData, Table, func, insert, select

from storage.engine.engine import make_engine, read_url
from tests.storage.released.town import FIRST_CHAT, FIRST_NAVIGATOR, STAFF, Person

RELEASED = tuple(sorted(path for path in Path(__file__).parent.iterdir() if path.name[:4].isdigit()))
TABLES = ("marks", "inbox", "sessions", "proposals", "cases", "messages", "reminders", "outbox", "posts", "corrections")
DATABASE, POSTGRESQL, PEOPLE, VALUES = "database.sql", "tables.postgresql.sql", "people.txt", "values.json"


@dataclass(frozen=True)
class Line:
    """An act or an expectation, in the notation of the transcripts."""

    mark: str
    text: str


@dataclass(frozen=True)
class Told:
    """One person of `people.txt`: the place they stood at, what led there, what comes next and what it leads to."""

    number: int
    name: str
    place: str
    code: str
    before: tuple[Line, ...]
    after: tuple[Line, ...]

    @property
    def member(self) -> Person:
        """The member in their own chat."""
        return Person(FIRST_CHAT + self.number, FIRST_CHAT + self.number, "Anna", self.code)

    @property
    def navigator(self) -> Person:
        """The navigator who has to do with this member."""
        return Person(STAFF, FIRST_NAVIGATOR + self.number, "Nora", "sv")

    @property
    def who(self) -> Person:
        """The one of the two who stands at the place."""
        return self.navigator if self.place.startswith("desk") else self.member


def revision(release: Path) -> str:
    """The revision of a folder: `0001`, or `0001-0.2.0` for a later release of the same tables."""
    return release.name.partition("-")[0]


def seal(release: Path) -> str:
    """A digest over what was recorded. `people.txt` is left out, because its expectations follow the texts."""
    digest = hashlib.sha256()
    for file in sorted(path for path in release.iterdir() if path.name != PEOPLE):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def people(release: Path) -> tuple[Told, ...]:
    """Everybody in `people.txt`: `= place language name`, what was done, `+`, what comes next."""
    parts = f"\n{(release / PEOPLE).read_text(encoding='utf-8')}".split("\n= ")[1:]
    return tuple(_told(number, part) for number, part in enumerate(parts))


def rows(release: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table as they were recorded, in plain."""
    found: list[dict[str, Any]] = json.loads((release / f"{table}.json").read_text(encoding="utf-8"))
    return found


def load(release: Path, url: str, folder: Path) -> None:
    """Fill an empty database of either kind with what was recorded, at the revision of that release."""
    if url.startswith("sqlite"):
        return write_sqlite(release, Path(url.removeprefix("sqlite:///")))
    with psycopg.connect(url) as connection:
        connection.execute((release / POSTGRESQL).read_bytes())
    write_sqlite(release, folder / "recorded")
    source, target = make_engine(read_url(f"sqlite:///{folder}/recorded")), make_engine(read_url(url))
    with source.begin() as old, target.begin() as new:
        for table in _tables(new):
            _copy(old, new, table)
    source.dispose()
    target.dispose()
    return None


def write_sqlite(release: Path, file: Path) -> None:
    """Write the SQLite database as that program left it; such a file is a backup, too."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((release / DATABASE).read_text(encoding="utf-8"))


def _told(number: int, part: str) -> Told:
    head, *lines = [line for line in part.splitlines() if line.strip() and not line.startswith("#")]
    place, code, *name = head.split()
    middle = lines.index("+")
    before, after = (tuple(map(_line, some)) for some in (lines[:middle], lines[middle + 1 :]))
    return Told(number, " ".join([place, code, *name]), place, code, before, after)


def _line(raw: str) -> Line:
    mark, _, text = raw.partition(" ")
    return Line(mark, text.strip())


def _tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return found.sorted_tables


def _copy(old: Connection, new: Connection, table: Table) -> None:
    there = Table(table.name, MetaData(), autoload_with=old)
    found = [{name: _aware(value) for name, value in row.items()} for row in old.execute(select(there)).mappings()]
    if found:
        new.execute(insert(table), found)
    for key in table.primary_key.columns:
        if "nextval" in str(getattr(key.server_default, "arg", "")):
            taken = max((row[key.name] for row in found), default=0)
            new.execute(select(func.setval(func.pg_get_serial_sequence(table.name, key.name), taken + 1, False)))


def _aware(value: Any) -> Any:
    """SQLite gives times without a zone; they were written in UTC."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
