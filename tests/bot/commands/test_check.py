"""What `lots check` tells an operator."""

import shutil
from pathlib import Path

import pytest

from knowledge.needs.encoder import load
from tests.bot.commands.command_line import lots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_check_tells_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_STAFF_CHATS", '{"atlantis": -5}')
    result = lots("check")
    assert result.exit_code == 1
    assert "LOTS_STAFF_CHATS: there is no municipality atlantis." in result.stdout


def test_check_tells_a_damaged_and_a_missing_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(load.FOLDER, tmp_path / "encoder")
    monkeypatch.setattr(load, "FOLDER", tmp_path / "encoder")
    load.load_encoder.cache_clear()
    with (tmp_path / "encoder" / load.GRAPH).open("r+b") as body:
        body.truncate(1_000_000)
    damaged = lots("check")
    (tmp_path / "encoder" / load.PIECES).unlink()
    (tmp_path / "encoder" / load.GRAPH).unlink()
    missing = lots("check")
    load.load_encoder.cache_clear()
    assert (damaged.exit_code, missing.exit_code) == (1, 1)
    assert damaged.stderr == f"{tmp_path}/encoder/encoder.onnx is damaged. Install Lots again.\n"
    assert missing.stderr == f"{tmp_path}/encoder/encoder.onnx: No such file or directory\n"
