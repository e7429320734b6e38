"""Which revision the tables are at, and how they get to the one this program needs.

Alembic does the work on the connection it is given; it is loaded only when there is something to do, because
it is slow to load. The revisions stand in `migrations/versions/`.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.schema import CreateSchema

from storage.engine.driver_errors import UPGRADE
from storage.errors import SchemaAhead, SchemaBehind

if TYPE_CHECKING:
    from alembic.config import Config

_ONE_AT_A_TIME = Lock()
"""Alembic keeps what it works on for the whole process (`alembic.context`, `alembic.op`): of several databases that
are opened in threads of their own, one is brought up to date at a time."""
_made: list[str] = []
"""The statements that made the tables of the first new SQLite database of this process: those of its other bots are
made by them, because the revisions take a tenth of a second and a megabyte each time."""
HEAD = "0013"
VERSION_TABLE = "alembic_version"
MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 7_105_721
"""The id of the advisory lock of whoever makes the tables: beside those of `presence.py`, for the same reasons."""


def revision(connection: Connection) -> str:
    """Return the revision that the tables are at, empty for none."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return ""
    # The name is ours and constant.
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608
    return str(found or "")


def require(connection: Connection) -> None:
    """Raise SchemaBehind or SchemaAhead unless the tables are at this program's revision."""
    found = revision(connection)
    if found > HEAD:
        raise SchemaAhead(
            f"The database was prepared by a newer version of Lots (revision {found}, this one "
            f"knows {HEAD}). Start the newer version, or restore a backup from before."
        )
    if found != HEAD:
        raise SchemaBehind(UPGRADE)


def upgrade(connection: Connection, name: str = "") -> None:
    """Bring the tables to this program's revision, in the connection's transaction. Raise `SchemaAhead`.

    `name` is the schema of PostgreSQL in which they lie, if it is one of their own; it is made where it is missing.
    """
    if connection.dialect.name == "postgresql":
        # Of several processes that start together one makes the tables, the others wait and find them.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADE_LOCK})
        if name and not inspect(connection).has_schema(name):
            connection.execute(CreateSchema(name))
    found = revision(connection)
    if found >= HEAD:
        return require(connection)
    with _ONE_AT_A_TIME:
        if found or connection.dialect.name != "sqlite":
            _migrate(connection)
        elif _made:
            for statement in _made:
                connection.exec_driver_sql(statement)
        else:
            _migrate(connection)
            _made.extend(_statements(connection))
    return None


def _migrate(connection: Connection) -> None:
    """Play the revisions that the tables have not seen."""
    with _uncoloured():
        from alembic import command

        command.upgrade(configuration(connection), "head")


def _statements(connection: Connection) -> Iterator[str]:
    """Yield what makes the tables of a new SQLite database as they now are, in an order that works."""
    # What SQLite makes by itself (keys, the numbers that it counts) has no statement or a name of SQLite's own.
    made = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY rowid"
    yield from connection.execute(text(made)).scalars()
    yield f"INSERT INTO {VERSION_TABLE} (version_num) VALUES ('{HEAD}')"  # noqa: S608 - both are ours and constant


@contextmanager
def _uncoloured() -> Iterator[None]:
    """Load Alembic as if Pygments were not installed: its templates would colour errors with it, and a server that has
    just made its tables would keep those 4 MB for good.
    """
    absent = "pygments" not in sys.modules
    if absent:
        sys.modules["pygments"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if absent:
            del sys.modules["pygments"]


def configuration(connection: Connection) -> "Config":
    """Return Alembic's configuration for a connection; nothing is read from a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
