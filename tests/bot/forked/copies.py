"""Processes that begin as copies of one in which the program's modules lie loaded already.

Hundreds of tests start the bot and the local Bot API, and to load their modules takes ten times as long as what is
tried there. So each worker of pytest loads them once, in a process that does nothing else (`forkserver` of the standard
library), and each process of a test is a copy of that one: with an environment, a folder, signals, a log and a death of
its own. Starts of a bare interpreter are tried where the start itself is the matter: tests/bot/commands/test_run.py,
tests/bot/demo/test_launch.py, tests/bot/process/test_lean_start.py, the chaos suite and the benchmarks.
"""

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir
from multiprocessing.connection import Connection
from pathlib import Path

from tests.bot.running import ROOT, LocalBotApi, LotsProcess

LOADED = ["tests.bot.forked.loaded_first"]
CONTEXT = multiprocessing.get_context("forkserver")


class Forked:
    """A running process of Python, with the names of `subprocess.Popen`.

    `arguments` are those of the interpreter: a file and its arguments, or `-m` and a module. What it writes to the
    standard error is added to `log`; without one, what it writes to the standard output is read as `stdout`.
    """

    def __init__(
        self, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path | None = None
    ) -> None:
        reads, writes = CONTEXT.Pipe(duplex=False)
        what = (list(arguments), folder, dict(environment), log, writes)
        self._process = CONTEXT.Process(target=_become, args=what, daemon=True)
        with chdir(ROOT):  # from there the first one loads the modules
            CONTEXT.set_forkserver_preload(LOADED)
            self._process.start()
        writes.close()
        self.pid = self._process.pid
        self.stdout = os.fdopen(os.dup(reads.fileno()), encoding="utf-8") if log is None else None
        reads.close()

    def poll(self) -> int | None:
        """Its exit code, or None while it runs."""
        return self._process.exitcode

    def wait(self, timeout: float) -> int:
        """Wait for its end, seconds at most, and return its exit code. Raise `subprocess.TimeoutExpired`."""
        self._process.join(timeout)
        code = self._process.exitcode
        if code is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal; one that has ended gets none."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to stop."""
        self.send_signal(signal.SIGTERM)


class ForkedBotApi(LocalBotApi):
    """The local Bot API, begun as a copy."""

    def _begin(self, *arguments: str) -> Forked:
        return Forked(arguments, ROOT, os.environ)


class ForkedLots(LotsProcess):
    """A process of Lots, begun as a copy."""

    def _begin(self, environment: Mapping[str, str]) -> Forked:
        return Forked(self._command[1:], self._folder, environment, self.log)


def _become(
    arguments: list[str], folder: Path, environment: dict[str, str], log: Path | None, output: Connection
) -> None:
    """Go on as the interpreter would that was started with these."""
    if log is None:
        os.dup2(output.fileno(), sys.stdout.fileno())
    else:
        os.dup2(os.open(log, os.O_WRONLY | os.O_APPEND), sys.stderr.fileno())
    output.close()
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = arguments
        runpy.run_path(arguments[0], run_name="__main__")
