"""The database as the rest of Lots sees it: opened with an address and a key, used one transaction at a time.

Everything is synchronous; the edge runs it in one thread of its own. What stands in a transaction is in
`unit_of_work.py`, copies are made in `backup.py`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import URL, Connection, Engine, select

from storage import backup, forgetting, inspection
from storage.encryption.cipher import ANOTHER_KEY, Cipher
from storage.encryption.vault import Vault
from storage.engine import schema
from storage.engine.driver_errors import explained
from storage.engine.engine import make_engine, read_url, schema_of, shown, sqlite_file
from storage.engine.presence import Presence
from storage.engine.process_lock import ProcessLock
from storage.engine.running.executor import Executor
from storage.engine.running.pipeline import pipelined
from storage.engine.statements import insert_all, inserts
from storage.engine.tables import KEY, key_values
from storage.errors import DamagedValue, WrongKey
from storage.inspection import Finding
from storage.unit_of_work import UnitOfWork

PLACE = "marks.value"
PROOF = "This database belongs to this key."
MOST_DAMAGED = 1000
"""How many rows with damaged values are counted: chosen by hand, so many that nobody needs to know how many more."""

_PROOF = select(key_values.c.value).where(key_values.c.name == KEY)
_PROVE = inserts(key_values, lambda insert: insert.on_conflict_do_nothing(index_elements=["name"]))


class Database:
    """An open database. Use `open`; close it when done."""

    def __init__(self, engine: Engine, vault: Vault, address: URL, lock: ProcessLock | None) -> None:
        self._engine = engine
        self._vault = vault
        self._name, self._schema = shown(address), schema_of(address)
        self._lock = lock
        self._presence = Presence(engine, self._schema)
        self._ready = False
        self._met: set[tuple[str, object]] = set()

    @classmethod
    def open(cls, url: str, secret_key: str, *, pool: int = 1, read_only: bool = False) -> Self:
        """Open a database by its address and the operator's SECRET_KEY.

        `pool` is the number of transactions at one time on PostgreSQL. `read_only` opens a SQLite file beside
        a running bot, for a backup. Raises an error of `errors.py` whose sentence says what to do.
        """
        address = read_url(url)
        vault = Vault(Cipher(secret_key))
        engine = make_engine(address, pool, read_only=read_only)
        file = None if read_only else sqlite_file(address)
        database = cls(engine, vault, address, ProcessLock(file) if file else None)
        try:
            database._check()
        except BaseException:
            database.close()
            raise
        return database

    @property
    def damaged(self) -> int:
        """How many damaged values were met since it was opened, each counted once and `MOST_DAMAGED` at most."""
        return min(len(self._met), MOST_DAMAGED)

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    @property
    def shared(self) -> bool:
        """Whether several processes may use it at one time."""
        return self.kind == "postgresql"

    def upgrade(self) -> None:
        """Make the tables, or bring them to this program's revision. Does nothing if they are there."""
        with explained(self._name), self._engine.begin() as connection:
            schema.upgrade(connection, self._schema)
            self._prove(connection)
        self._ready = True

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Begin a transaction: committed on leaving the block, undone after an exception.

        Raise `TryAgain` (`LostRace`) when it must run again, `DatabaseAway` when the database is out of order,
        SchemaBehind before `upgrade`.
        """
        self._make_sure()
        with explained(self._name), self._begun() as executor:
            work = UnitOfWork(executor, self._vault, self._presence)
            try:
                yield work
            finally:
                self._count(work)

    def _make_sure(self) -> None:
        """Raise `SchemaBehind` before `upgrade`."""
        if self._ready:
            return
        with explained(self._name), self._engine.begin() as connection:
            schema.require(connection)
        self._ready = True

    @contextmanager
    def _begun(self) -> Iterator[Executor]:
        if self.shared:
            with self._engine.connect() as connection, pipelined(connection) as executor:
                yield executor
        else:
            with self._engine.begin() as connection:
                yield Executor(connection)

    def _count(self, work: UnitOfWork) -> None:
        if work.damage and len(self._met) < MOST_DAMAGED:
            self._met.update((error.table, error.key) for error in work.damage.listed())

    def backup(self, file: Path) -> None:
        """Write a consistent copy of everything into a new file, while work goes on. Raise `BackupRefused`."""
        with explained(self._name):
            backup.write(self._engine, file)

    def read_back(self, file: Path) -> Sequence[Finding]:
        """Open every value of a backup and return what cannot be read. Raise `BackupRefused` if it is not whole, and
        `WrongKey` if it does not open with the key of this database.
        """
        with explained(self._name):
            return backup.read_back(file, self._recognise, self._inspect)

    def restore(self, file: Path, *, with_damage: bool = False) -> None:
        """Fill this empty database from a backup of either kind of database, and check what came over.

        Raise `BackupRefused` or `WrongKey`; the database is then as it was. A backup in which a value cannot be opened
        is refused too, unless it is wanted `with_damage`.
        """
        with explained(self._name):
            self.upgrade()
            backup.read(self._engine, file, self._recognise, _no_damage if with_damage else self._inspect)

    def inspect(self) -> tuple[Finding, ...]:
        """Open every value and return what cannot be read."""
        with explained(self._name), self._engine.begin() as connection:
            schema.require(connection)
            return self._inspect(connection)

    def forget(self, table: str, keys: Sequence[str]) -> tuple[Finding, ...]:
        """Remove the damaged values that are named, all or none, and return them. Raise `NotDamaged`."""
        with explained(self._name), self._engine.begin() as connection:
            schema.require(connection)
            work = UnitOfWork(Executor(connection), self._vault, self._presence)
            return forgetting.forget(connection, work, table, keys)

    def poller_lock(self) -> bool:
        """Try to be the one process that fetches updates; True as long as it is. Ask again now and then."""
        with explained(self._name):
            return self._presence.poll()

    def close(self) -> None:
        """Give back connections and locks. A second call does nothing."""
        self._presence.close()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _check(self) -> None:
        with explained(self._name), self._engine.begin() as connection:
            found = schema.revision(connection)
            if found:
                self._recognise(connection)
            if found > schema.HEAD:
                schema.require(connection)
        self._presence.renew()

    def _inspect(self, connection: Connection) -> tuple[Finding, ...]:
        return tuple(inspection.inspect(connection, UnitOfWork(Executor(connection), self._vault, self._presence)))

    def _recognise(self, connection: Connection) -> None:
        for proof in connection.execute(_PROOF).scalars():
            try:
                self._vault.unlock_text(bytes.fromhex(proof), PLACE, KEY)
            except (DamagedValue, ValueError) as error:
                raise WrongKey(ANOTHER_KEY) from error

    def _prove(self, connection: Connection) -> None:
        proof = self._vault.lock_text(PROOF, PLACE).hex()
        insert_all(Executor(connection), _PROVE, [{"name": KEY, "value": proof}])
        self._recognise(connection)


def _no_damage(_connection: Connection) -> tuple[Finding, ...]:
    return ()
