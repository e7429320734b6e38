"""`lots db`: prepare, back up, restore and mend the database that the settings name."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.settings import needed_to_run, read_settings
from bot.settings_files import SettingsError
from storage.database import Database

LISTED_AT_MOST = 100
"""More updates than a person looks through at once; who mends these sees the next."""


def upgrade() -> None:
    """Make the tables or bring them up to date."""
    with opened() as database:
        database.upgrade()


def backup(file: Path) -> None:
    """Write a consistent copy into a new file, while the bot runs."""
    with opened(read_only=True) as database:
        database.backup(file)


def restore(file: Path, *, with_damage: bool = False) -> None:
    """Fill the empty database from a copy; one in which something cannot be read only `with_damage`."""
    with opened() as database:
        database.restore(file, with_damage=with_damage)


def check() -> list[str]:
    """Open every value, while the bot runs; return a line for each that cannot be read: table, key, what is wrong."""
    with opened(read_only=True) as database:
        return [str(finding) for finding in database.inspect()]


def forget(table: str, keys: Sequence[str]) -> str:
    """Remove damaged values, all that are named or none, and return what was done. Raise `NotDamaged`."""
    with opened() as database:
        return f"Forgotten: {len(database.forget(table, keys))}."


def failed() -> list[str]:
    """Return a line for each update that was put aside, oldest first: its id, when it came, and what went wrong where.

    A last line counts the messages that were refused, or of which nobody can tell whether they arrived.
    What people wrote is not shown. It may be called while the bot runs.
    """
    with opened(read_only=True) as database, database.transaction() as work:
        listed, count = work.inbox.failed(LISTED_AT_MOST), work.inbox.counts()["failed"]
        messages = work.outbox.counts()
    lines = [f"{item.seq}  {_when(item.at)}  update {item.update_id}  {item.error}" for item in listed]
    more = [f"{count - len(listed)} more come after these."] if count > len(listed) else []
    undelivered = [f"Messages: {messages['refused']} refused, {messages['ambiguous']} of which nobody can tell."]
    unsaid = undelivered if messages["refused"] or messages["ambiguous"] else []
    return [*(lines or ["No update was put aside."]), *more, *unsaid]


def log_of(reference: str) -> list[str]:
    """Return a line for everything that somebody at the municipality saw of a case or did with it, the newest first.

    It may be called while the bot runs. Who somebody is tells their number in Telegram, 0 is Lots itself.
    """
    with opened(read_only=True) as database, database.transaction() as work:
        noted = work.accesses.of(reference.upper(), LISTED_AT_MOST)
    return [f"{_when(item.at)}  {item.user}  {item.act}" for item in noted] or ["Nothing was noted of such a case."]


def requeue(ids: Sequence[int]) -> str:
    """Let updates that were put aside wait to be handled again, all of them or none, and return what was done.

    Raise `ValueError` if one of the ids is none of theirs.
    """
    with opened() as database, database.transaction() as work:
        wanted = set(ids)
        if work.inbox.requeue(wanted) < len(wanted):
            named = ", ".join(str(number) for number in sorted(wanted))
            raise ValueError(f"Not every one of these was put aside: {named}. None waits again; see `lots db failed`.")
    return f"Waiting again: {len(wanted)}. The bot takes up what waits as soon as it runs."


@contextmanager
def opened(*, read_only: bool = False) -> Iterator[Database]:
    """Open the database that the settings name, for as long as the block lasts. Raise `SettingsError`."""
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


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at is not None else "nobody knows when"
