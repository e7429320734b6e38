"""Backups by the clock: read back, named, told, and never in the way of the bot that writes meanwhile."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.clock import wall
from bot.process.backups.daily import DailyBackups, Order
from bot.process.backups.kept import WHOLE, Kept
from knowledge.municipality.load import load_packs
from storage.database import Database
from tests.conftest import SECRET, empty_postgresql
from tests.storage.building import a_case, a_session, outgoing
from tests.storage.damaging import damage, flipped
from tests.storage.test_backup import content

AT = datetime(2026, 12, 1, 2, 30, tzinfo=UTC)
ZONE = load_packs(["vasa"])["vasa"].zone


def order(folder: Path, url: str, most: int = 2) -> Order:
    return Order("vasa", folder, (time(4, 30), time(16)), ZONE, most, url, SECRET)


def fill(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(number) for number in range(1, 4)])
        work.cases.save(a_case(), 0)
        work.outbox.add([outgoing(1)])


def told(backups: DailyBackups) -> tuple[Any, int]:
    said = backups.told()
    return said["seconds"], said["failures"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups"


@pytest.fixture
def restored(database: Database, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of the other kind than that of the bot."""
    sqlite = f"sqlite:///{tmp_path}/restored.db"
    other = database.kind == "postgresql"
    url = sqlite if other else empty_postgresql(request.getfixturevalue("postgresql_server"))
    with closing(Database.open(url, SECRET)) as opened:
        yield opened


def test_a_backup_is_made_while_the_bot_writes_and_comes_back_whole(
    database: Database, database_url: str, folder: Path, restored: Database
) -> None:
    fill(database)
    before = content(database)
    backups = DailyBackups(order(folder, database_url), lambda: AT)
    with database.transaction() as work, capture_logs() as lines:
        work.sessions.save([a_session(77)])
        backups.make()

    named = folder / "vasa-20261201T023000Z.backup"
    assert [(line["event"], line["file"]) for line in lines] == [("a backup was made and read back", named.name)]
    assert sorted(path.name for path in folder.iterdir()) == [named.name, "vasa.unread.lock"]
    assert (told(backups), oct(named.stat().st_mode)) == ((0.0, 0), "0o100600")
    restored.restore(named)
    assert content(restored) == before


def test_one_that_cannot_be_read_whole_is_told_and_costs_no_good_one(folder: Path, tmp_path: Path) -> None:
    url, now = f"sqlite:///{tmp_path}/lots.db", AT
    with closing(Database.open(url, SECRET)) as database:
        database.upgrade()
        fill(database)
        backups = DailyBackups(order(folder, url, most=1), lambda: now)
        backups.make()
        damage(database, "sessions", flipped, chat=1)
        now = AT + timedelta(days=1)
        with capture_logs() as lines:
            backups.make()

    assert told(backups) == (86400.0, 1)
    [line] = lines
    assert (line["log_level"], line["event"]) == ("error", "no good backup could be made")
    assert backups.told()["trouble"] == line["why"]
    assert line["why"].startswith("vasa-20261202T023000Z.damaged has ")
    assert Kept(folder, "vasa").newest() == AT


def test_a_folder_that_is_gone_and_a_copy_that_cannot_be_written_are_told(folder: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/lots.db"
    backups = DailyBackups(order(folder, url), lambda: AT)
    backups.make()
    assert told(backups) == (None, 1)
    assert backups.told()["trouble"].startswith(f"The file of {url} cannot be opened.")
    (folder / "vasa.unread.lock").unlink()
    folder.rmdir()
    backups.make()
    assert told(backups) == (None, 2)
    assert backups.told()["trouble"].startswith(f"The folder of {folder}/vasa.unread cannot be written: No such file")


def test_what_was_missed_while_lots_was_away_is_made_soon_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    async def planned(newest: datetime) -> list[tuple[int, int]]:
        kept = Kept(folder, "vasa")
        kept.unread.touch()
        kept.keep(newest, WHOLE, 1)
        backups = DailyBackups(order(folder, f"sqlite:///{tmp_path}/lots.db"))
        backups.start()
        soon = [job for job in backups._scheduler.get_jobs() if job.next_run_time < wall() + timedelta(minutes=2)]
        times = [job.next_run_time.astimezone(ZONE) for job in backups._scheduler.get_jobs()]
        backups.stop()
        return [(len(soon), len(times))]

    assert asyncio.run(planned(wall() - timedelta(days=1))) == [(1, 2)]
    assert asyncio.run(planned(wall())) == [(0, 1)]
