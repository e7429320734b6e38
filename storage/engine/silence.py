"""A process that stands still: the server lets go of what it holds, as it does for one that is dead.

A debugger, a machine that freezes or a mistake of ours may stop it; its kernel answers for it meanwhile, so that the
server would believe in it for ever. Locks that live on a connection of their own go with it when nothing was asked
there for a while. When the process goes on, it finds that connection broken, and what it held is no longer its own.
"""

from sqlalchemy import Connection, text

SILENT_SECONDS = 30.0
"""So long nothing may be asked: a sign of life is renewed after ten seconds at most (`bot/sending/schedule.py`),
and behind a wait for a lock, which ends after twenty (`engine.py`), ten later. Who leads asks every second."""
KNOWN_SINCE = 140_000
"""PostgreSQL 14, the first that can end a silent connection: below it who stands still keeps its locks."""
_END_WHEN_SILENT = text(
    "SELECT set_config('idle_session_timeout', :milliseconds, false) "
    "WHERE current_setting('server_version_num')::int >= :known_since"
)


def end_when_silent(connection: Connection) -> None:
    """Have the server end a connection of PostgreSQL on which nothing is asked any more."""
    milliseconds = str(round(SILENT_SECONDS * 1000))
    connection.execute(_END_WHEN_SILENT, {"milliseconds": milliseconds, "known_since": KNOWN_SINCE})
