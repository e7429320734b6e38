"""How each database is opened: the address as an operator types it, and the settings that make it safe.

SQLite: one connection, write-ahead log, every commit on the disk before it counts, transactions that take the
write lock when they begin. PostgreSQL: psycopg, read committed, transactions that a dead process left are
ended by the server. The schema of an address is the whole search path of each of its connections, from their first
moment on, so that no statement has to name it.
"""

from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.util import LRUCache

from storage.engine.address import schema_in
from storage.errors import DatabaseUnreachable, DatabaseUrlWrong

EXAMPLES = "sqlite:///lots.db or postgresql://user:password@server/database"
# 8 MB of pages in memory (cache_size in kB), and five seconds (busy_timeout in ms) for a backup that reads beside us.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "cache_size=-8000")
READING = ("foreign_keys=ON", "busy_timeout=5000")
# In milliseconds: what a process leaves open that stands still is ended after half a minute, when the server lets go of
# its other locks too (silence.py), so that nothing holds up who follows; and nobody waits for a lock past 20 seconds.
# Plans are kept, and one that was made while a table was small would go on reading it whole; every query has its index.
SERVER = "-c timezone=UTC -c idle_in_transaction_session_timeout=30000 -c lock_timeout=20000 -c enable_seqscan=off"
PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
"""In seconds, tries and milliseconds (libpq): a server that has gone is noticed after 5 at the start and after 25 in
between, also by who has just asked it something and hears nothing; without the last that would take fifteen minutes."""
COMPILED = 500
"""Compiled copies of statements that are kept, as many as SQLAlchemy keeps for one database: far more than Lots has."""


def read_url(text: str) -> URL:
    """Return the address of a database. Raise `DatabaseUrlWrong` with an example of a right one."""
    try:
        url = make_url(text.replace("postgres://", "postgresql://", 1))
    except ArgumentError:
        raise DatabaseUrlWrong(f"This is not the address of a database. Write it like {EXAMPLES}.") from None
    try:
        schema_in(text)
    except ValueError as error:
        raise DatabaseUrlWrong(f"In the address of the database, {error}.") from None
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite+pysqlite")
    if kind == "sqlite":
        raise DatabaseUrlWrong(f"The address names no file: {text}. Write it like sqlite:///lots.db.")
    if kind == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    raise DatabaseUrlWrong(f"Lots does not know the database {kind}. Write the address like {EXAMPLES}.")


def make_engine(url: URL, pool: int = 1, *, read_only: bool = False) -> Engine:
    """Return the engine for an address. `pool` counts the transactions at one time; SQLite has always one."""
    if url.get_backend_name() == "postgresql":
        return _postgresql(url, pool)
    return _sqlite(url, read_only=read_only)


def sqlite_file(url: URL) -> Path | None:
    """Return the file of a SQLite address, None for a server."""
    return Path(url.database).absolute() if url.get_backend_name() == "sqlite" and url.database else None


def schema_of(url: URL) -> str:
    """Return the schema that an address names, empty for none."""
    return str(url.query.get("schema", ""))


def shown(url: URL) -> str:
    """Return an address as it may be shown: without its password."""
    return url.render_as_string(hide_password=True).replace("+psycopg", "").replace("+pysqlite", "")


def _postgresql(url: URL, pool: int) -> Engine:
    schema = schema_of(url)
    path = f"-c search_path={schema}" if schema else ""
    options = f"{url.query.get('options', '')} {SERVER} {path}".strip()
    settings = {"application_name": "lots", **PATIENCE, "options": options}
    plain = url.difference_update_query(["schema"])
    # One connection more than transactions: it carries the sign of life (presence.py).
    engine = create_engine(plain, pool_size=pool, max_overflow=1, connect_args=settings, hide_parameters=True)
    if schema:
        event.listen(engine, "connect", lambda connection, _record: _hold_to(schema, connection, shown(url)))
    return engine


def _hold_to(schema: str, connection: Any, name: str) -> None:
    """Refuse a connection that does not keep to its schema: behind it the tables of another bot may lie."""
    found = connection.execute("SHOW search_path").fetchone()[0]
    connection.rollback()
    if found != schema:
        connection.close()
        raise DatabaseUnreachable(
            f"What lies between Lots and {name} takes the schema away. "
            "Let it pass `options` on, or name the server itself."
        )


def _sqlite(url: URL, *, read_only: bool) -> Engine:
    file = sqlite_file(url)
    if file is not None and not file.parent.is_dir():
        raise DatabaseUnreachable(f"The folder {file.parent} does not exist. Make it or choose another.")
    if file is not None and not read_only:
        _make_private(file)
    # The mode says whether a file may come into being; a reader beside a running bot must not even try.
    query = {"mode": "ro" if read_only else "rwc", "uri": "true"}
    named = url.set(database=f"file:{file}", query=query)
    own = create_engine(named, pool_size=1, max_overflow=0)
    dialect, compiled = _of_all_files()
    # The dialect is part of what a compiled statement is known by, so that files share both or nothing.
    engine = Engine(own.pool, dialect, own.url, execution_options={"compiled_cache": compiled}, hide_parameters=True)
    _listen(engine, READING if read_only else PRAGMAS, "BEGIN" if read_only else "BEGIN IMMEDIATE")
    return engine


@cache
def _of_all_files() -> tuple[Dialect, LRUCache[Any, Any]]:
    """Return the dialect of SQLite, ready for use, and the place for the statements that it has compiled. The bots of a
    process share them: compiling them anew would take each of them a tenth of a second and half a megabyte.
    """
    first = create_engine("sqlite://")
    with first.connect():
        return first.dialect, LRUCache(COMPILED)


def _make_private(file: Path) -> None:
    """Make a new file readable for its owner alone; SQLite gives its log the same rights."""
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise DatabaseUnreachable(f"{file} cannot be opened for writing: {error.strerror}.") from None


def _listen(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    def connected(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself: it begins them too late.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
