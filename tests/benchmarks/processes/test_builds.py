"""The former commit is unpacked and set up once; where it cannot be, the reason is told."""

from pathlib import Path

import pytest

from tests.benchmarks.processes import builds
from tests.benchmarks.processes.builds import FORMER, Build, CannotBeSetUp, former


def test_what_is_set_up_is_taken_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "lots-benchmarks" / FORMER
    folder.mkdir(parents=True)
    (folder / "ready").touch()
    assert former() == Build(FORMER, str(folder / "venv" / "bin" / "python"), folder / "tree")


def test_a_history_without_the_commit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(builds, "FORMER", "0" * 40)
    with pytest.raises(CannotBeSetUp, match="git -C"):
        former()
