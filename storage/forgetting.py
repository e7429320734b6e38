"""The operator's way out for values that stay damaged: exactly those that are named go, and nothing that can be read.

What stands beside a damaged value is kept where it means something without it: a case goes on with its chat, its state
and what was said in it, and an update or a message of which only the reason is damaged goes on without that.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, update

from storage.engine.tables import cases, inbox, key_values, metadata, outbox, reminders
from storage.errors import NEWER, NotDamaged, shown_key
from storage.inspection import Finding, inspect, key_columns
from storage.repositories.inbox import FORGOTTEN
from storage.unit_of_work import UnitOfWork

GONE = {
    ("sessions", "data"),
    ("proposals", "data"),
    ("messages", "data"),
    ("posts", "offers"),
    ("corrections", "data"),
    ("desks", "data"),
    ("calls", "data"),
    ("sharings", "data"),
    ("answer_changes", "data"),
    ("mails", "data"),
    ("mails", "due_at"),
    (outbox.name, "data"),
    (key_values.name, "value"),
    (reminders.name, "due_at"),
}
"""Columns without which a row means nothing, so that it goes as a whole."""


def forget(connection: Connection, work: UnitOfWork, table: str, keys: Sequence[str]) -> tuple[Finding, ...]:
    """Remove the damaged values of a table that the keys name, and return what they were.

    All of them or none. Raise `NotDamaged` if one of them is not damaged, not there, or cannot be taken out alone.
    """
    if table not in metadata.tables:
        raise NotDamaged(f"There is no table {table}. `lots db check` names the table and the key of what is damaged.")
    found = [item for item in inspect(connection, work, table) if shown_key(item.key) in keys]
    whole = [key for key in keys if key not in {shown_key(item.key) for item in found if item.why != NEWER}]
    if whole:
        raise NotDamaged(f"Not damaged, or not there: {table} {', '.join(whole)}. Nothing was forgotten.")
    for item in found:
        _take_out(connection, work, metadata.tables[table], item)
    return tuple(found)


def _take_out(connection: Connection, work: UnitOfWork, table: Table, item: Finding) -> None:
    row = _row(table, item.key)
    at = (table.name, item.column)
    if at in GONE:
        connection.execute(delete(table).where(row))
        if table.name == "proposals":
            waiting = and_(reminders.c.subject == item.key, reminders.c.fired_at.is_(None))
            connection.execute(delete(reminders).where(waiting))
    elif at == (cases.name, "data"):
        work.cases.begin_anew(str(item.key))
    elif at == (inbox.name, "body"):
        connection.execute(update(inbox).where(row).values(FORGOTTEN))
    elif at == (inbox.name, "error"):
        work.inbox.forget_reason(item.key)
    elif table.c[item.column].nullable:
        connection.execute(update(table).where(row).values({item.column: None}))
    else:
        raise NotDamaged(
            f"{item} cannot be taken out alone: what stands beside it can be read. Restore a backup, or mend that."
        )


def _row(table: Table, key: object) -> ColumnElement[bool]:
    parts = key if isinstance(key, tuple) else (key,)
    return and_(*(table.c[name] == part for name, part in zip(key_columns(table), parts, strict=True)))
