"""What tells whether people are being answered: how long the oldest of them waits, what went wrong lately.

Every question takes an index and goes through what waits or went wrong at most, because a supervisor asks it every few
seconds.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select, text

from storage.engine.running.executor import Executor
from storage.engine.statements import insert_all, upserts
from storage.engine.tables import INBOX_WAITING, OUTBOX_OPEN, inbox, key_values, outbox
from storage.repositories.outgoing.outbox_ranks import BULK

LOOKED_AT = 200
"""How many messages that were refused or left in doubt are looked at, the newest: who has so many in an hour looks."""
WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class VitalSigns:
    """`waiting_since`: when the oldest update came that is not answered yet. `unsent`: the place of the oldest answer
    that is not sent, `newest` the last place given. `refused` and `ambiguous` count messages since a time.
    """

    waiting_since: datetime | None
    unsent: int | None
    newest: int
    refused: int
    ambiguous: int


_oldest = select(func.min(inbox.c.seq)).where(text(INBOX_WAITING)).scalar_subquery()
_SINCE = select(inbox.c.at).where(inbox.c.seq == _oldest)
_open = text(OUTBOX_OPEN)
# In a function, so that no index on it fits: else the first or last of a state is looked for among all that was sent.
_place = func.abs(outbox.c.seq)
_UNSENT = select(func.min(_place)).where(_open, outbox.c.state.in_(("pending", "sending")), outbox.c.rank < BULK)
_NEWEST = select(func.max(outbox.c.seq))
_newest_of = (
    select(outbox.c.seq)
    .where(_open, outbox.c.state == bindparam("state"))
    .order_by(_place.desc())
    .limit(LOOKED_AT)
    .subquery("newest")
)
_LATELY = select(func.count()).where(
    outbox.c.seq.in_(select(_newest_of.c.seq)), outbox.c.claimed_at > bindparam("since")
)
_WRITE = upserts(key_values, ["name"], ["value"])


def vital_signs(connection: Executor, since: datetime) -> VitalSigns:
    """Look. `since` is the instant of real time from which on failures count."""

    def lately(state: str) -> int:
        return int(connection.execute(_LATELY, {"state": state, "since": since}).scalar_one())

    return VitalSigns(
        waiting_since=connection.execute(_SINCE).scalar_one_or_none(),
        unsent=connection.execute(_UNSENT).scalar_one(),
        newest=connection.execute(_NEWEST).scalar_one() or 0,
        refused=lately("refused"),
        ambiguous=lately("ambiguous"),
    )


def write_proof(connection: Executor, now: datetime) -> None:
    """Write one small row, always the same, to prove that the database can be written."""
    insert_all(connection, _WRITE, [{"name": WRITTEN, "value": now.isoformat()}])
