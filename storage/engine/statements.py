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
    Connection,
    Executable,
    Table,
    TextClause,
    and_,
    bindparam,
    func,
    select,
    true,
)

# SQLAlchemy looks at the count of an insert only when it is asked to.
COUNTED = {"preserve_rowcount": True}
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


def insert_all(connection: Connection, statement: Statements, rows: Sequence[dict[str, Any]]) -> int:
    """Insert many rows with one statement and return how many were written."""
    return change_all(connection, statement[connection.dialect.name], rows)


def change_all(connection: Connection, statement: Executable, rows: Iterable[dict[str, Any]]) -> int:
    """Run one statement for many rows and return how many were changed."""
    listed = list(rows)
    if not listed:
        return 0
    result = connection.execute(statement, listed, execution_options=COUNTED)
    return result.rowcount


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


def find_pairs(connection: Connection, statement: Statements, pairs: Sequence[tuple[int, int]]) -> Sequence[Any]:
    """Return the rows of different pairs."""
    if not pairs:
        return []
    values = {"pairs": json.dumps(pairs), "ones": [one for one, _ in pairs], "others": [other for _, other in pairs]}
    return connection.execute(statement[connection.dialect.name], values).all()
