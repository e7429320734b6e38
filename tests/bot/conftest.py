"""What the tests of the edge share: a local Bot API in its own process, and Lots beside it in another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.forked.copies import ForkedLots
from tests.bot.running import LocalBotApi, LotsProcess, settings_for


@pytest.fixture
def lots(telegram: LocalBotApi, database_url: str, tmp_path: Path) -> Iterator[LotsProcess]:
    """Lots with the echo conversation, started, once on SQLite and once on PostgreSQL."""
    process = ForkedLots(settings_for(telegram, database_url), tmp_path)
    process.start()
    yield process
    process.close()


@pytest.fixture
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runs where no settings lie."""
    monkeypatch.chdir(tmp_path)
