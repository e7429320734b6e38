"""`lots db`: prepare, back up, restore and mend the database that the settings name."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.settings import SettingsError, needed_to_run, read_settings
from storage.database import Database

LISTED_AT_MOST = 100
"""More updates than a person looks through at once; who mends these sees the next."""


def upgrade() -> None:
    """Make the tables or bring them up to date."""
    with _database() as database:
        database.upgrade()


def backup(file: Path) -> None:
    """Write a consistent copy into a new file, while the bot runs."""
    with _database(read_only=True) as database:
        database.backup(file)


def restore(file: Path) -> None:
    """Fill the empty database from a copy."""
    with _database() as database:
        database.restore(file)


def failed() -> list[str]:
    """Return a line for each update that was put aside, oldest first: its id, when it came, and what went wrong where.

    What people wrote is not shown. It may be called while the bot runs.
    """
    with _database(read_only=True) as database, database.transaction() as work:
        listed, count = work.inbox.failed(LISTED_AT_MOST), work.inbox.counts()["failed"]
    lines = [f"{item.seq}  {item.at:%Y-%m-%d %H:%M} UTC  update {item.update_id}  {item.error}" for item in listed]
    more = [f"{count - len(listed)} more come after these."] if count > len(listed) else []
    return [*lines, *more] or ["No update was put aside."]


def requeue(ids: Sequence[int]) -> str:
    """Let updates that were put aside wait to be handled again, all of them or none, and return what was done.

    Raise `ValueError` if one of the ids is none of theirs.
    """
    with _database() as database, database.transaction() as work:
        wanted = set(ids)
        if work.inbox.requeue(wanted) < len(wanted):
            named = ", ".join(str(number) for number in sorted(wanted))
            raise ValueError(f"Not every one of these was put aside: {named}. None waits again; see `lots db failed`.")
    return f"Waiting again: {len(wanted)}. The bot takes up what waits as soon as it runs."


@contextmanager
def _database(*, read_only: bool = False) -> Iterator[Database]:
    settings = read_settings()
    missing = [line for line in needed_to_run(settings) if "SECRET_KEY" in line]
    if missing:
        raise SettingsError(missing)
    key = settings.secret_key.get_secret_value()
    database = Database.open(settings.database_url, key, read_only=read_only)
    try:
        yield database
    finally:
        database.close()
