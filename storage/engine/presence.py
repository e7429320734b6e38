"""The sign of life of a process, and the one that fetches updates.

On PostgreSQL both are advisory locks on a connection of their own: they go when the process goes, or stands still. On
SQLite there is only one process, held to it by the lock file, so both are granted.
"""

import secrets

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from storage.engine.address import lock_key
from storage.engine.silence import end_when_silent

LIFE = 7_105_719
"""The id of our space of advisory locks, in which each process holds its own number. Any would do that no other program
uses on the server; it must never change, or an old process and a new one do not see each other."""
POLLER = 7_105_720
"""The id of the advisory lock of the one process that fetches updates: beside it, for the same reasons. Of tables in a
schema of their own it is the space in which each schema has its own lock, for a lock is of the whole database."""


class Presence:
    """This process among those that share the database. `worker` is its number, drawn anew at each start."""

    space = LIFE

    def __init__(self, engine: Engine, schema: str = "") -> None:
        self.worker = 1 + secrets.randbelow(2**31 - 1)  # the key of an advisory lock in a space has four bytes, signed
        self._engine = engine
        self._poller = (POLLER, lock_key(schema)) if schema else (POLLER,)
        self._connection: Connection | None = None
        self._polling = False

    def renew(self) -> None:
        """Make sure that the sign of life is there; after a broken connection it is set anew."""
        if self._engine.dialect.name == "postgresql":
            self._alive()

    def poll(self) -> bool:
        """Try to be the one process that fetches updates; True as long as it is."""
        if self._engine.dialect.name != "postgresql":
            return True
        connection = self._alive()
        if not self._polling:
            self._polling = bool(connection.execute(select(func.pg_try_advisory_lock(*self._poller))).scalar_one())
        return self._polling

    def close(self) -> None:
        """Take the sign of life away, and with it the right to fetch."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        self._polling = False

    def _alive(self) -> Connection:
        if self._connection is not None:
            try:
                self._connection.execute(select(1))
            except DBAPIError:
                self.close()
        if self._connection is None:
            self._connection = self._connected()
        return self._connection

    def _connected(self) -> Connection:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()  # it belongs to nobody's transaction and must not take a place in the pool
        end_when_silent(connection)
        connection.execute(select(func.pg_advisory_lock(LIFE, self.worker)))
        return connection
