"""That Lots can be reached is noted now and then, and a silence is logged once with how many are told."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.database_thread import DatabaseThread
from bot.receiving import silence_watch
from bot.receiving.silence_watch import NOTED_EVERY_SECONDS, SilenceWatch
from storage.database import Database
from tests.bot.turns.plans.test_after_silence import BACK, HEARD, VASA, lived, rows


def test_a_silence_is_followed_up_once_and_seldom_looked_for(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, shown = [0.0], [BACK]
    monkeypatch.setattr(silence_watch, "monotonic", lambda: count[0])
    monkeypatch.setattr(silence_watch, "wall", lambda: shown[0])
    lived(database)

    async def live() -> list[datetime | None]:
        thread, noted = DatabaseThread(), []
        watch = SilenceWatch(database, thread, {"vasa": VASA}, lambda: BACK)
        for seconds in (0.0, NOTED_EVERY_SECONDS / 2, NOTED_EVERY_SECONDS):
            count[0], shown[0] = seconds, BACK + timedelta(seconds=seconds)
            await watch.heard()
            noted.append(await thread.run(_noted, database))
        thread.close()
        return noted

    with capture_logs() as lines:
        noted = asyncio.run(live())
    assert noted == [BACK, BACK, BACK + timedelta(seconds=NOTED_EVERY_SECONDS)]
    assert [(line["event"], line["hours"], line["told"]) for line in lines] == [
        ("was not reached for longer than Telegram keeps updates", 49, 3)
    ]
    assert rows(database) == [101, 103, 105]
    assert HEARD.tzinfo is UTC


def _noted(database: Database) -> datetime | None:
    with database.transaction() as work:
        return work.inbox.heard_at()
