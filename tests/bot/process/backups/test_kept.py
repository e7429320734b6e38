"""Backups in a folder: the newest stay, those of other bots and whatever else lies there is left alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.process.backups.kept import DAMAGED, WHOLE, Kept
from storage.errors import DatabaseLocked

AT = datetime(2026, 12, 1, 2, 30, tzinfo=UTC)


def kept(folder: Path, bot: str, days: int, kind: str = WHOLE, most: int = 2) -> None:
    found = Kept(folder, bot)
    found.unread.write_text(f"{days}")
    found.keep(AT + timedelta(days=days), kind, most)


def test_the_newest_of_each_kind_stay_and_nothing_else_is_touched(tmp_path: Path) -> None:
    others = ("vasa-2-20261101T023000Z.backup", "vasa-20261101T023000Z.backup.gz", "vasa-20269999T999999Z.backup")
    for name in others:
        (tmp_path / name).touch()
    for day in range(4):
        kept(tmp_path, "vasa", day)
    kept(tmp_path, "vasa", 9, DAMAGED)

    assert Kept(tmp_path, "vasa").newest() == AT + timedelta(days=3)
    names = ("vasa-20261203T023000Z.backup", "vasa-20261204T023000Z.backup", "vasa-20261210T023000Z.damaged")
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted((*others, *names))


def test_where_nothing_was_made_there_is_no_newest(tmp_path: Path) -> None:
    kept(tmp_path, "", 1, DAMAGED)
    assert (Kept(tmp_path).newest(), Kept(tmp_path / "nowhere").newest()) == (None, None)


def test_one_process_at_a_time_makes_those_of_a_bot(tmp_path: Path) -> None:
    one, same, other = Kept(tmp_path, "vasa"), Kept(tmp_path, "vasa"), Kept(tmp_path, "ostersund")
    with one.alone():
        with other.alone():
            pass
        with pytest.raises(DatabaseLocked), same.alone():
            pass
    with same.alone():
        pass
