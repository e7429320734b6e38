"""Who at the municipality saw which case, or did what with it: plain rows, found by case and by person.

What is noted is decided by the dialogs. A row stays when a person erases their chat: it tells of the municipality's own
doings, and names nobody of the association.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, text

from dialogs.records.for_a_time.access import Access
from storage.engine.running.executor import Executor
from storage.engine.statements import change_all
from storage.engine.tables import CASES_LINKED, accesses, cases

_ADD = insert(accesses)
_OF = (
    select(accesses)
    .where(accesses.c.reference == bindparam("of_reference"))
    .order_by(accesses.c.seq.desc())
    .limit(bindparam("limit"))
)
_own = select(cases.c.reference).where(text(CASES_LINKED), cases.c.chat == bindparam("of_chat"))
_CONCERNING = (
    select(accesses)
    .where(or_(accesses.c.user == bindparam("of_chat"), accesses.c.reference.in_(_own)))
    .order_by(accesses.c.seq)
)
_old = select(accesses.c.seq).where(accesses.c.at < bindparam("before")).order_by(accesses.c.at)
_PURGE = delete(accesses).where(accesses.c.seq.in_(_old.limit(bindparam("limit"))))


class Accesses:
    """The log of one transaction."""

    def __init__(self, connection: Executor) -> None:
        self._connection = connection

    def add(self, noted: Sequence[Access]) -> None:
        """Note what was seen and done, in the order given."""
        rows = [{"at": one.at, "reference": one.reference, "user": one.user, "act": one.act} for one in noted]
        change_all(self._connection, _ADD, rows)

    def of(self, reference: str, limit: int) -> tuple[Access, ...]:
        """Return what was noted of a case, the newest first."""
        rows = self._connection.execute(_OF, {"of_reference": reference, "limit": limit})
        return tuple(Access(row.at, row.reference, row.user, row.act) for row in rows)

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return what concerns a person, for an export: who they are is their own chat's number.

        Of their cases it tells when somebody saw them or did something, and not who; of their own doings at a desk all.
        """
        rows = self._connection.execute(_CONCERNING, {"of_chat": chat})
        return [{"at": row.at.isoformat(), "case": row.reference, "act": row.act} for row in rows]

    def purge(self, before: datetime, limit: int) -> int:
        """Remove what was noted before an instant; return how many rows went."""
        return self._connection.execute(_PURGE, {"before": before, "limit": limit}).rowcount
