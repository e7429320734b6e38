"""Running `turn_into_messages.py` with a build."""

import os
import subprocess
from pathlib import Path

from tests.benchmarks.processes.builds import Build

PROGRAM = Path(__file__).with_name("turn_into_messages.py")


def run(build: Build, *what: str | int) -> str:
    """Let a build do something with a database, and return what it tells."""
    done = subprocess.run(
        [build.python, "-P", str(PROGRAM), *map(str, what)],  # without the folder of the program
        env={**os.environ, "PYTHONPATH": str(build.root)},
        cwd=build.root,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
