"""How long needs take that are read one after the other, how soon the first can be, and what memory stays with it.

A process of its own reads them, with the matcher alone: its packs, what it learned, and nothing of the bot.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.processes.builds import Build
from tests.benchmarks.processes.machine import OF_THE_BOT, on_cores

PROGRAM = Path(__file__).with_name("read_needs.py")


@dataclass(frozen=True, slots=True)
class Reading:
    """Seconds until the first need can be read, resident MB after the last, and milliseconds of one core for each."""

    ready: float
    memory: float
    times: list[float]


def reading(build: Build, texts: Sequence[str]) -> Reading:
    """Let a build read these texts, on a core of its own."""
    with on_cores(OF_THE_BOT):
        done = subprocess.run(
            [build.python, "-P", str(PROGRAM)],  # without the folder of the program, whose names are not those of tools
            input=json.dumps(texts),
            env={**os.environ, "PYTHONPATH": str(build.root)},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return Reading(**json.loads(done.stdout))
