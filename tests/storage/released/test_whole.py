"""Every value that a released program wrote is read by this one as it was meant, on both databases."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.storage.released import reading, record, whole

SEALS = {"0001": "8dc8b3a33d1ae12f"}
"""What was recorded of each release, as a digest. A new release adds its own; none ever changes."""


def test_what_was_recorded_stays_as_it_was(release: Path) -> None:
    assert reading.seal(release) == SEALS[release.name]


def test_nothing_is_recorded_twice(release: Path) -> None:
    with pytest.raises(FileExistsError, match="never written again"):
        record.record(release)
    assert reading.seal(release) == SEALS[release.name]


def test_everything_is_read_as_it_was_written(release: Path, upgraded: Database) -> None:
    assert whole.lost(whole.recorded(release), whole.read(upgraded, release)) == []


def test_a_loss_would_be_seen(release: Path, upgraded: Database) -> None:
    found = whole.read(upgraded, release)
    gone, _ = found["sessions"].popitem()
    shortened = next(iter(found["proposals"]))
    found["proposals"][shortened]["need"]["text"] = "gubbarna"
    expected = [f"/sessions/{gone}", f"/proposals/{shortened}/need/text"]
    assert whole.lost(whole.recorded(release), found) == expected


def test_a_backup_of_a_released_program_is_restored(
    release: Path, upgraded: Database, another: Database, tmp_path: Path
) -> None:
    reading.write_sqlite(release, tmp_path / "backup")
    another.restore(tmp_path / "backup")
    assert whole.read(another, release) == whole.read(upgraded, release)


def test_somebody_stands_at_every_place_that_people_tell_of(release: Path) -> None:
    sessions = {(row["chat"], row["user"]): row["data"][1]["place"] for row in reading.rows(release, "sessions")}
    told = {(item.who.chat, item.who.user): item.place for item in reading.people(release)}
    assert {who: sessions[who] for who in told} == told
    assert {item.code for item in reading.people(release)} == {"sv", "fi", "en"}
