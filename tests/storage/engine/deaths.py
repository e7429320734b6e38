"""The end of a process on PostgreSQL, as far as the server can tell."""

import time

from sqlalchemy import text

from storage.database import Database

_LIVES = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = CAST(:worker AS oid)")


def end(process: Database, witness: Database) -> None:
    """Close what a process has open, and wait until the server has heard of it: another process sees it by then."""
    process.close()
    while witness._presence._alive().execute(_LIVES, {"worker": process._presence.worker}).scalar_one():
        time.sleep(0.01)
