"""The few things that each database says in its own way: inserts that meet a row that is there, look-ups by pairs.

Statements are built once, when a module is loaded; SQLAlchemy keeps what it compiled for each of them.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Executable,
    Table,
    TableValuedAlias,
    TextClause,
    and_,
    bindparam,
    func,
    select,
    true,
)
from sqlalchemy.types import TypeEngine

from storage.engine.running.executor import Count, Executor, in_arrays

IN_PORTIONS = {"yield_per": 1000}
"""How many rows are in memory at one time: chosen by hand, a few megabytes of the largest values."""

Condition = ColumnElement[bool] | TextClause
ALL = true()
NUMBERS: ARRAY[int] = ARRAY(BigInteger)

Statements = dict[str, Executable]


class Inserts(dict[str, Executable]):
    """An insert in the words of each database, made when one first asks for it: a start needs only its own."""

    def __init__(self, table: Table, build: Callable[[Any], Executable]) -> None:
        super().__init__()
        self._table, self._build = table, build

    def __missing__(self, dialect: str) -> Executable:
        self[dialect] = self._build(import_module(f"sqlalchemy.dialects.{dialect}").insert(self._table))
        return self[dialect]


def inserts(table: Table, build: Callable[[Any], Executable]) -> Statements:
    """Return one insert for both databases; `build` gets each one's own, which has `on_conflict_...`."""
    return Inserts(table, build)


def upserts(table: Table, key: Sequence[str], columns: Sequence[str]) -> Statements:
    """Return an insert that gives a row whose key is there already the new values of some columns."""
    return inserts(
        table,
        lambda insert: insert.on_conflict_do_update(
            index_elements=key, set_={name: insert.excluded[name] for name in columns}
        ),
    )


def insert_all(
    connection: Executor, statement: Statements, rows: Sequence[dict[str, Any]], together: Statements | None = None
) -> Count:
    """Insert many rows with one statement and return how many were written.

    `together` says the same for all rows at one time, on PostgreSQL (`given`).
    """
    dialect = connection.dialect.name
    if together is None or dialect == "sqlite" or not rows:
        return change_all(connection, statement[dialect], rows)
    return Count(connection.execute(together[dialect], in_arrays(rows)))


def change_all(connection: Executor, statement: Executable, rows: Iterable[dict[str, Any]]) -> Count:
    """Run one statement for many rows and return how many were changed."""
    return connection.change_all(statement, list(rows))


def change_each(
    connection: Executor,
    statement: Executable,
    rows: Iterable[dict[str, Any]],
    lost: str,
    together: Executable | None = None,
) -> None:
    """Run one statement for many rows, each of which it must change. Raise `LostRace` with these words if one is not
    as it was, now or at the commit.

    `together` says the same for all rows at one time, on PostgreSQL (`given`).
    """
    connection.change_each(statement, list(rows), lost, together)


def given(**columns: TypeEngine[Any]) -> TableValuedAlias:
    """Return rows that one statement is given, as one array a column: on PostgreSQL a statement a row costs more than
    what it does. Their values go in as `in_arrays` says.
    """
    arrays = [bindparam(name, type_=ARRAY(kind)) for name, kind in columns.items()]
    return func.unnest(*arrays).table_valued(*columns, name="given").render_derived()


def by_pairs(table: Table, first: str, second: str, which: Condition = ALL) -> Statements:
    """Return a look-up of many rows by two columns, for `find_pairs`, of all rows or of those of a condition.

    `(a, b) IN (...)` would do, but SQLite reads the whole table for it.
    """
    one, other = table.c[first], table.c[second]
    listed = func.json_each(bindparam("pairs")).table_valued("value", name="wanted")
    two = func.unnest(bindparam("ones", type_=NUMBERS), bindparam("others", type_=NUMBERS))
    arrays = two.table_valued("one", "other", name="wanted").render_derived()
    in_list = and_(one == func.json_extract(listed.c.value, "$[0]"), other == func.json_extract(listed.c.value, "$[1]"))
    in_arrays = and_(one == arrays.c.one, other == arrays.c.other)
    return {"sqlite": select(table).where(in_list, which), "postgresql": select(table).where(in_arrays, which)}


def find_pairs(connection: Executor, statement: Statements, pairs: Sequence[tuple[int, int]]) -> Sequence[Any]:
    """Return the rows of different pairs."""
    if not pairs:
        return []
    return connection.execute(statement[connection.dialect.name], _paired(pairs)).all()


def ask_pairs(connection: Executor, statement: Statements, pairs: Sequence[tuple[int, int]]) -> None:
    """Say that the rows of these pairs will be looked for soon."""
    if pairs:
        connection.ask(statement[connection.dialect.name], _paired(pairs))


def _paired(pairs: Sequence[tuple[int, int]]) -> dict[str, Any]:
    return {"pairs": json.dumps(pairs), "ones": [one for one, _ in pairs], "others": [other for _, other in pairs]}
