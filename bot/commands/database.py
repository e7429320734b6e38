"""`lots db`: prepare, back up and restore the database that the settings name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import SettingsError, needed_to_run, read_settings
from storage.database import Database


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
