"""`lots db`: prepare, back up, restore and mend the database that the settings name, or that of one of several bots."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.settings_files import SettingsError
from bot.settings_of_bots import needed_by, read_bots
from storage.database import Database

LISTED_AT_MOST = 100
"""More updates than a person looks through at once; who mends these sees the next."""


def upgrade(bot: str = "") -> None:
    """Make the tables or bring them up to date."""
    with opened(bot) as database:
        database.upgrade()


def backup(file: Path, bot: str = "") -> None:
    """Write a consistent copy into a new file, while the bot runs. Raise `BackupRefused`."""
    with opened(bot, read_only=True) as database:
        database.backup(file)


def restore(file: Path, bot: str = "", *, with_damage: bool = False) -> None:
    """Fill the empty database from a copy; one in which something cannot be read only `with_damage`."""
    with opened(bot) as database:
        database.restore(file, with_damage=with_damage)


def check(bot: str = "") -> list[str]:
    """Open every value, while the bot runs; return a line for each that cannot be read: table, key, what is wrong."""
    with opened(bot, read_only=True) as database:
        return [str(finding) for finding in database.inspect()]


def forget(table: str, keys: Sequence[str], bot: str = "") -> str:
    """Remove damaged values, all that are named or none, and return what was done. Raise `NotDamaged`."""
    with opened(bot) as database:
        return f"Forgotten: {len(database.forget(table, keys))}."


def failed(bot: str = "") -> list[str]:
    """Return a line for each update that was put aside, oldest first: its id, when it came, and what went wrong where.

    A last line counts the messages that were refused, or of which nobody can tell whether they arrived.
    What people wrote is not shown. It may be called while the bot runs.
    """
    with opened(bot, read_only=True) as database, database.transaction() as work:
        listed, count = work.inbox.failed(LISTED_AT_MOST), work.inbox.counts()["failed"]
        messages = work.outbox.counts()
    lines = [f"{item.seq}  {_when(item.at)}  update {item.update_id}  {item.error}" for item in listed]
    more = [f"{count - len(listed)} more come after these."] if count > len(listed) else []
    undelivered = [f"Messages: {messages['refused']} refused, {messages['ambiguous']} of which nobody can tell."]
    unsaid = undelivered if messages["refused"] or messages["ambiguous"] else []
    return [*(lines or ["No update was put aside."]), *more, *unsaid]


def log_of(reference: str, bot: str = "") -> list[str]:
    """Return a line for everything that somebody at the municipality saw of a case or did with it, the newest first.

    It may be called while the bot runs. Who somebody is tells their number in Telegram, 0 is Lots itself.
    """
    with opened(bot, read_only=True) as database, database.transaction() as work:
        noted = work.accesses.of(reference.upper(), LISTED_AT_MOST)
    return [f"{_when(item.at)}  {item.user}  {item.act}" for item in noted] or ["Nothing was noted of such a case."]


def requeue(ids: Sequence[int], bot: str = "") -> str:
    """Let updates that were put aside wait to be handled again, all of them or none, and return what was done.

    Raise `ValueError` if one of the ids is none of theirs.
    """
    with opened(bot) as database, database.transaction() as work:
        wanted = set(ids)
        if work.inbox.requeue(wanted) < len(wanted):
            named = ", ".join(str(number) for number in sorted(wanted))
            raise ValueError(f"Not every one of these was put aside: {named}. None waits again; see `lots db failed`.")
    return f"Waiting again: {len(wanted)}. The bot takes up what waits as soon as it runs."


@contextmanager
def opened(bot: str = "", *, read_only: bool = False) -> Iterator[Database]:
    """Open the database of a bot, without a name that of the only one, for the length of the block. Raise
    `SettingsError`.
    """
    bots = read_bots(bot)
    if len(bots) > 1:
        raise SettingsError([f"There are several bots. Choose one with --bot: {', '.join(bot.name for bot in bots)}."])
    settings = bots[0].settings
    missing = [line for line in needed_by(bots) if "SECRET_KEY" in line or "secret_key" in line]
    if missing:
        raise SettingsError(missing)
    key = settings.secret_key.get_secret_value()
    database = Database.open(settings.database_url, key, read_only=read_only)
    try:
        yield database
    finally:
        database.close()


def names(bot: str, *, every: bool) -> tuple[str, ...]:
    """Return the names of the bots that a command is for: the one that is named, or of `every` bot. Raise
    `SettingsError` if they are named both ways.
    """
    if bot and every:
        raise SettingsError(["Write --bot NAME or --all, not both."])
    return tuple(each.name for each in read_bots()) if every else (bot,)


def copy_of(file: Path, bot: str, *, every: bool) -> Path:
    """Return where the copy of a bot's database lies: of `every` bot in a folder, by the bot's name."""
    return file / f"{bot}.backup" if every and bot else file


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at is not None else "nobody knows when"
