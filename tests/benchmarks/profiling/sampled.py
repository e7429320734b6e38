"""`python -m tests.benchmarks.profiling.sampled FLAG FILE`: `lots run` with somebody looking over its shoulder.

While the file FLAG exists a thread looks five hundred times a second at where each other thread is, and counts the CPU
that it has used since the last look for the stack it is in: a thread that waits uses none and counts nothing. When FLAG
goes the sums are written to FILE. Looking costs CPU too, which is left out of the sums.
"""

import random
import sys
import sysconfig
import threading
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType

import msgspec

from bot.commands.run import run
from tests.benchmarks.profiling.attribution import LOOP, Frame, room, tool

EVERY = 0.002
PATIENCE = 0.000_05
"""How long a look waits for the interpreter before it takes it. Long, and looks fall where it is given up by itself: at
the disk, at a socket, at the system's dice. Short, and the bot's own threads get into each other's way.
"""
LOOK_FOR_FLAG = 0.02
DEEPEST = 80
HOMES = (Path(sysconfig.get_path("purelib")), Path(__file__).parents[3], Path(sysconfig.get_path("stdlib")))
"""Libraries first: they may lie below the house, and also below Python."""

Sums = dict[str, float]


class Sampler:
    """Sums of CPU seconds by room and tool, while `flag` exists."""

    def __init__(self, flag: Path, file: Path) -> None:
        self._flag, self._file = flag, file
        self.sums: Sums = defaultdict(float)
        self._used: dict[int, float] = {}
        self._names: dict[str, str] = {}

    def watch(self) -> None:
        """Look until the program ends."""
        while True:
            while not self._flag.exists():
                time.sleep(LOOK_FOR_FLAG)
            self._look(count=False)
            while self._flag.exists():
                time.sleep(EVERY * random.uniform(0.5, 1.5))
                self._look(count=True)
            self._file.write_bytes(msgspec.json.encode(self.sums))
            self.sums.clear()

    def _look(self, *, count: bool) -> None:
        frames = sys._current_frames()
        for number, frame in frames.items():
            if number == threading.get_ident():
                continue
            used = _cpu(number)
            more, self._used[number] = used - self._used.get(number, used), used
            if count and more > 0:
                stack = self._stack(frame)
                self.sums[f"{room(stack)}|{tool(stack) if stack else LOOP}"] += more

    def _stack(self, frame: FrameType | None) -> list[Frame]:
        stack: list[Frame] = []
        while frame and len(stack) < DEEPEST:
            code = frame.f_code
            stack.append((self.short(code.co_filename), code.co_name))
            frame = frame.f_back
        return stack

    def short(self, file: str) -> str:
        """Return a file's path below its home, with slashes; the name as it is where it lies elsewhere."""
        if file not in self._names:
            home = next((home for home in HOMES if Path(file).is_relative_to(home)), None)
            self._names[file] = Path(file).relative_to(home).as_posix() if home else file
        return self._names[file]


def _cpu(number: int) -> float:
    """CPU seconds that a thread has used; nothing if it has just ended."""
    try:
        return time.clock_gettime(time.pthread_getcpuclockid(number))
    except OSError:
        return 0.0


def main() -> None:
    """Run the bot as `lots run` does, watched."""
    flag, file = map(Path, sys.argv[1:])
    sys.setswitchinterval(PATIENCE)
    threading.Thread(target=Sampler(flag, file).watch, name="sampler", daemon=True).start()
    run()


if __name__ == "__main__":
    main()
