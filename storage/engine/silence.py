"""A process of which nothing is heard: the server lets go of what it holds, as it does for one that has ended.

That a process has ended its kernel tells the server at once. If its machine is gone, nobody does. If it stands still (a
debugger, a machine that freezes, a mistake of ours), its kernel answers for it, so that the server would believe in it
for ever. Locks that live on a connection of their own go with it in both cases. When the process goes on, it finds that
connection broken, and what it held is no longer its own.
"""

from sqlalchemy import Connection, text

GONE = {
    "tcp_keepalives_idle": "2",
    "tcp_keepalives_interval": "1",
    "tcp_keepalives_count": "2",
    "tcp_user_timeout": "4000",
}
"""In seconds, tries and milliseconds: that a machine is gone the server notices after four seconds in all, whether it
has told it something lately or not."""
SILENT_SECONDS = 30.0
"""So long nothing may be asked: a sign of life is renewed after ten seconds at most (`bot/sending/schedule.py`),
and behind a wait for a lock, which ends after twenty (`engine.py`), ten later. Who leads asks every second."""
SILENT = "idle_session_timeout"
"""Of PostgreSQL 14 and newer: below it who stands still keeps its locks."""
_SET = text(
    "SELECT set_config(name, value, false) "
    "FROM unnest(CAST(:names AS text[]), CAST(:values AS text[])) AS wanted (name, value) "
    "WHERE name IN (SELECT name FROM pg_settings)"
)


def end_when_silent(connection: Connection) -> None:
    """Have the server end a connection of PostgreSQL whose machine is gone, or on which nothing is asked any more."""
    wanted = {**GONE, SILENT: str(round(SILENT_SECONDS * 1000))}
    connection.execute(_SET, {"names": list(wanted), "values": list(wanted.values())})
