"""The encoder's files: they are those that were made, and damage is told. Loading writes and sends nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.needs.encoder.load import DIGESTS, FOLDER, GRAPH, PIECES, digest_of, encoder_in

LOADED = """
from knowledge.needs.encoder.load import load_encoder
print(load_encoder().encode("hej").vector.shape)
"""


@pytest.mark.parametrize("name", [GRAPH, PIECES])
def test_a_damaged_file_is_told_by_name(tmp_path: Path, name: str) -> None:
    for file in (GRAPH, PIECES, DIGESTS):
        shutil.copy(FOLDER / file, tmp_path)
    with (tmp_path / name).open("r+b") as body:
        body.seek(5000)
        body.write(b"damaged")
    with pytest.raises(ValueError, match=rf"{name} is damaged\. Install Lots again"):
        encoder_in(tmp_path)


@pytest.mark.parametrize("name", [GRAPH, PIECES, DIGESTS])
def test_a_missing_file_is_told_by_name(tmp_path: Path, name: str) -> None:
    for file in {GRAPH, PIECES, DIGESTS} - {name}:
        shutil.copy(FOLDER / file, tmp_path)
    with pytest.raises(FileNotFoundError, match=name):
        encoder_in(tmp_path)


@pytest.mark.parametrize("body", ["", "[]", '{"encoder.onnx": 1}'])
def test_broken_digests_are_told(tmp_path: Path, body: str) -> None:
    for file in (GRAPH, PIECES):
        shutil.copy(FOLDER / file, tmp_path)
    (tmp_path / DIGESTS).write_text(body, encoding="utf-8")
    with pytest.raises(ValueError, match=r"is damaged\. Install Lots again"):
        encoder_in(tmp_path)


def test_files_that_no_library_can_read_are_told(tmp_path: Path) -> None:
    (tmp_path / GRAPH).write_bytes(b"no graph")
    (tmp_path / PIECES).write_bytes(b"no pieces")
    (tmp_path / DIGESTS).write_text(json.dumps({name: digest_of(tmp_path / name) for name in (GRAPH, PIECES)}))
    with pytest.raises(ValueError, match="cannot be read"):
        encoder_in(tmp_path)


@pytest.mark.slow
def test_loading_and_reading_leave_nothing_at_home_and_write_no_line(tmp_path: Path) -> None:
    # onnxruntime from 1.29 on keeps an identity there and sends it to its maker.
    env = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([sys.executable, "-c", LOADED], env=env, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("(384,)\n", "")
    assert list(tmp_path.iterdir()) == []
