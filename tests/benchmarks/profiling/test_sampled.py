"""A watched thread that works is seen; what has no room of the house counts as the loop's."""

import threading
from pathlib import Path

import msgspec
import sqlalchemy.engine

import bot.turns.handler
from tests.benchmarks.profiling.sampled import Sampler

FILES = {
    bot.turns.handler.__file__: "bot/turns/handler.py",
    sqlalchemy.engine.__file__: "sqlalchemy/engine/__init__.py",
    threading.__file__: "threading.py",
    "<string>": "<string>",
}


def test_files_are_named_from_their_home(tmp_path: Path) -> None:
    sampler = Sampler(tmp_path, tmp_path)
    assert {file: sampler.short(file) for file in FILES} == FILES


def test_cpu_is_counted_while_the_flag_is_up(tmp_path: Path) -> None:
    flag, file = tmp_path / "look", tmp_path / "sums.json"
    sampler = Sampler(flag, file)
    threading.Thread(target=sampler.watch, daemon=True).start()
    flag.touch()
    while not sampler.sums:
        sum(range(1000))
    flag.unlink()
    while not file.exists() or not file.read_bytes():
        sum(range(1000))
    sums = msgspec.json.decode(file.read_bytes(), type=dict[str, float])
    assert sums["event loop, threads|tests"] > 0
