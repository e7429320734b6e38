"""Recording a revision when it is released: `python -m tests.storage.released.record 0001`.

People are played into the middle of every kind of conversation by today's program, through the real handler and the
real repositories, as `people.txt` in the folder of the revision tells (`settle.py`). What then lies in the database is
written beside it (`reading.py`). A released revision is recorded once and never again: its files are what that program
wrote, and no later program can write them. So this refuses to run where a database is recorded already. A new revision
gets a new folder, with a `people.txt` that begins as a copy of the last one.
"""

import io
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import select

from storage.database import Database
from storage.encryption.codec import encode
from storage.engine import schema
from storage.engine.running.executor import Executor
from storage.engine.tables import KEY, metadata
from storage.repositories import cases, corrections, inbox, proposals, sessions
from storage.repositories.outgoing import outbox, posts
from tests.conftest import SECRET
from tests.storage.released import reading
from tests.storage.released.settle import settle
from tests.storage.released.town import Town
from tests.storage.released.values import VALUES

JSON_PLACES = (sessions.DATA, proposals.DATA, cases.DATA, cases.MESSAGE, outbox.DATA, posts.OFFERS, corrections.DATA)
TEXT_PLACES = (inbox.BODY, inbox.ERROR, outbox.ERROR)


def record(release: Path) -> None:
    """Record the database of a revision. Raise `FileExistsError` where that was done, `ValueError` for another one."""
    if (release / reading.DATABASE).exists():
        raise FileExistsError(f"{release.name} is recorded. What a released program wrote is never written again.")
    if reading.revision(release) != schema.HEAD:
        raise ValueError(f"This program writes revision {schema.HEAD}, not {release.name}.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lots.db"
        town = Town(_opened(file))
        settle(town, release)
        _write_plain(town, release)
        town.database.close()
        _write_dump(file, release)
    listed = ",\n".join(f'"{name}": {encode(value).decode()}' for name, value in VALUES.items())
    (release / reading.VALUES).write_text(f"{{\n{listed}\n}}\n", encoding="utf-8")
    (release / reading.POSTGRESQL).write_text(_tables_of_postgresql(), encoding="utf-8")


def _opened(file: Path) -> Database:
    database = Database.open(f"sqlite:///{file}", SECRET)
    database.upgrade()
    return database


def _write_plain(town: Town, release: Path) -> None:
    with town.database.transaction() as work:
        for name in reading.TABLES:
            found = plain_rows(town.database, work._connection, name)
            lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in found)
            (release / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def plain_rows(database: Database, connection: Executor, name: str) -> list[dict[str, Any]]:
    """The rows of a table with what is encrypted laid open, in the order of their keys."""
    table = metadata.tables[name]
    rows = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
    return [
        {column: _plain(database, f"{name}.{column}", value) for column, value in row.items()}
        for row in rows
        if row.get("name") != KEY
    ]


def _plain(database: Database, place: str, value: Any) -> Any:
    if value is not None and place in JSON_PLACES:
        return json.loads(database._vault._cipher.open(value, place))
    if value is not None and place in TEXT_PLACES:
        return database._vault.unlock_text(value, place)
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, datetime) else value


def _write_dump(file: Path, release: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        lines = "\n".join(connection.iterdump())
    (release / reading.DATABASE).write_text(f"{lines}\n", encoding="utf-8")


def _tables_of_postgresql() -> str:
    """The statements with which the revisions up to the newest make the tables on PostgreSQL."""
    written = io.StringIO()
    context = MigrationContext.configure(dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written})
    with Operations.context(context):
        for script in reversed(list(ScriptDirectory(str(schema.MIGRATIONS)).walk_revisions())):
            script.module.upgrade()
    table = f"CREATE TABLE {schema.VERSION_TABLE} (version_num VARCHAR(32) NOT NULL"
    return f"{written.getvalue().strip()}\n\n{table}, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));\n"


if __name__ == "__main__":
    record(Path(__file__).parent / sys.argv[1])
