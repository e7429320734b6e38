"""Which process leads which bot of a PostgreSQL server, told by advisory locks on a connection of their own.

A process locks its own number, each bot that it could lead, and each that it does lead. The locks go when the process
goes, with no clock of ours and nothing written; and everybody sees all of them: the server lists those of all its
databases. Of a process that stands still the server takes them too.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from storage.engine.address import database_of, lock_key
from storage.engine.driver_errors import explained
from storage.engine.engine import make_engine, read_url, shown
from storage.engine.silence import end_when_silent

PROCESS, COULD_LEAD, LEADS = 7_105_722, 7_105_723, 7_105_724
"""The ids of our spaces of advisory locks: beside those of `presence.py`, for the same reasons."""
_LOCKS = text(
    "SELECT pid, classid::bigint, database::bigint, objid::bigint FROM pg_locks "
    "WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid IN (:process, :could, :leads)"
)
_SPACES = {"process": PROCESS, "could": COULD_LEAD, "leads": LEADS}

Bot = tuple[int, int]
"""A bot as all processes of a server know it: the number of its database, and that of its schema."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server tells: which bots each process could lead, and who leads each that is led."""

    could: Mapping[int, Set[Bot]] = field(default_factory=dict)
    leaders: Mapping[Bot, int] = field(default_factory=dict)


class Leadership:
    """The locks of a process, known by its number, on the bots of one database, each known by its schema."""

    def __init__(self, url: str, process: int) -> None:
        address = read_url(database_of(url))
        self._name = shown(address)
        self._engine = make_engine(address)
        self._process = process
        self._connection: Connection | None = None
        self._database = 0
        self._standing: set[str] = set()
        self.held: set[str] = set()
        """The schemas whose bots this process leads, as far as it knows: a broken connection takes all away."""

    def bot(self, schema: str) -> Bot:
        """Return how all processes know a bot of this database."""
        return self._database, _unsigned(lock_key(schema))

    def look(self, schemas: Set[str]) -> Seen:
        """Stand for the bots of these schemas and no others, and return what all processes do. Raise `DatabaseAway`."""
        with explained(self._name):
            connection = self._alive()
            for schema in schemas - self._standing:
                connection.execute(select(func.pg_advisory_lock_shared(COULD_LEAD, lock_key(schema))))
                self._standing.add(schema)
            for schema in self._standing - schemas:
                connection.execute(select(func.pg_advisory_unlock_shared(COULD_LEAD, lock_key(schema))))
                self._standing.discard(schema)
            return _read([tuple(row) for row in connection.execute(_LOCKS, _SPACES)])

    def take(self, schema: str) -> bool:
        """Try to lead a bot; return whether this process does now. Raise `DatabaseAway`."""
        with explained(self._name):
            if self._alive().execute(select(func.pg_try_advisory_lock(LEADS, lock_key(schema)))).scalar_one():
                self.held.add(schema)
        return schema in self.held

    def give(self, schema: str) -> None:
        """Lead a bot no more. Raise `DatabaseAway`; then it is led no more either."""
        self.held.discard(schema)
        with explained(self._name):
            self._alive().execute(select(func.pg_advisory_unlock(LEADS, lock_key(schema))))

    def close(self) -> None:
        """Lead nothing and stand for nothing any more."""
        self._drop()
        self._engine.dispose()

    def _alive(self) -> Connection:
        if self._connection is not None:
            try:
                self._connection.execute(select(1))
            except DBAPIError:
                self._drop()
        if self._connection is None:
            connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            connection.detach()
            end_when_silent(connection)
            own = (
                select(text("oid::bigint")).select_from(text("pg_database")).where(text("datname = current_database()"))
            )
            self._database = connection.execute(own).scalar_one()
            connection.execute(select(func.pg_advisory_lock_shared(PROCESS, self._process)))
            self._connection = connection
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        self._standing.clear()
        self.held.clear()


def _read(locks: list[tuple[int, ...]]) -> Seen:
    """Read the locks of all connections: process, space, database, number. A connection is of one process."""
    of = {pid: number for pid, space, _, number in locks if space == PROCESS}
    could: dict[int, set[Bot]] = {number: set() for number in of.values()}
    leaders: dict[Bot, int] = {}
    for pid, space, database, number in locks:
        if pid in of and space == COULD_LEAD:
            could[of[pid]].add((database, number))
        if pid in of and space == LEADS:
            leaders[(database, number)] = of[pid]
    return Seen(could, leaders)


def _unsigned(key: int) -> int:
    """Return the key of a lock as the server lists it: four bytes without a sign."""
    return key % 2**32
