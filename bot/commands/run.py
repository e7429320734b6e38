"""`lots run`: the bot itself, until it is stopped."""

import ctypes
import gc
import sqlite3
import sys
from collections.abc import Sequence

import uvloop

from bot.clock import clock
from bot.log import log, open_journal
from bot.process.app import App
from bot.process.bots.one_bot import BotSetup
from bot.process.dialog_setup import set_up_bots
from bot.process.web_server import PortTaken
from bot.settings import CannotRun
from bot.settings_consistency import warnings
from bot.settings_files import SettingsError
from bot.settings_of_bots import BotSettings, lines_of, needed_by, read_bots
from bot.telegram.gateway import WrongToken
from storage.errors import StorageError

SOUND_SQLITE = (3, 51, 3)
"""The first version without the WAL-reset bug (sqlite.org/wal.html), which needs two connections that write at once."""
COLLECTED_AT = (10_000, 20, 20)
"""How many objects of each generation make the garbage collector look (Python's own: 700, 10, 10): chosen by hand, so
that it does not look through a whole batch of updates while that is handled."""
TURN_SECONDS = 0.0005
"""How long a thread keeps Python to itself while another waits: a tenth of Python's own, less than a commit takes."""
ARENA_MAX = -8
"""What glibc calls M_ARENA_MAX (malloc.h). By itself it gives threads eight places a core to take memory from, each of
which keeps what it once held: with a thread a bot that was a fourth of the memory of forty bots. Only one thread runs
Python at a time, so that they need not wait for each other."""


def run(only: str = "") -> None:
    """Run all bots that are set, or the one that is named, until SIGTERM or SIGINT.

    Raise `SettingsError`, `PackError`, `StorageError` or `CannotRun`.
    """
    bots = _bots(only)
    process = bots[0].settings
    _open_journal(bots)
    if process.database_url.startswith("sqlite") and sqlite3.sqlite_version_info < SOUND_SQLITE:
        log().info(
            "one connection only: this SQLite can damage a file that two write to", sqlite=sqlite3.sqlite_version
        )
    setups = set_up_bots(bots)
    for bot, setup in zip(bots, setups, strict=True):
        for line in lines_of(bot, warnings(bot.settings, setup.dialogs.world.packs)):
            log().warning("settings", about=line)
    _settle()

    def reread() -> Sequence[BotSetup]:
        found = _bots(only)
        _open_journal(found)
        return set_up_bots(found)

    try:
        uvloop.run(App(setups, clock(process.clock), reread).run())
    except* WrongToken:
        raise CannotRun("The Bot API server does not know LOTS_TOKEN. Copy it again from @BotFather.") from None
    except* (PortTaken, StorageError) as group:
        raise _first(group) from None


def _bots(only: str) -> tuple[BotSettings, ...]:
    """Return the bots with all that they need. Raise `SettingsError`."""
    bots = read_bots(only)
    if missing := needed_by(bots):
        raise SettingsError(missing)
    return bots


def _open_journal(bots: Sequence[BotSettings]) -> None:
    open_journal(bots[0].settings.log, [secret for bot in bots for secret in bot.settings.secrets])


def _settle() -> None:
    """Let the garbage collector pass over what was loaded and stays, and look less often at what comes and goes; let
    the database's thread and the event loop take turns more often, because each waits for the other; and let all
    threads take memory from one place, where the C library can be told so (glibc).
    """
    gc.freeze()
    gc.set_threshold(*COLLECTED_AT)
    sys.setswitchinterval(TURN_SECONDS)
    if set_up := getattr(ctypes.CDLL(None), "mallopt", None):
        set_up(ARENA_MAX, 1)


def _first(group: BaseExceptionGroup[BaseException]) -> Exception:
    error = group.exceptions[0]
    if isinstance(error, BaseExceptionGroup):
        return _first(error)
    return error if isinstance(error, StorageError) else CannotRun(str(error))
