"""What the kernel knows: the CPU time that a process has used, the memory it holds, its cores, the files in the cache.

Reads /proc, so the benchmark runs on Linux only. It starts nothing and ends nothing.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

NANOSECONDS = 1_000_000_000
MEGABYTE = 1024
_FIRST, *_OTHERS = sorted(os.sched_getaffinity(0))
OF_THE_BOT = frozenset({_FIRST})
"""The core that a bot has for itself where it must not be slowed by who drives it."""
OF_THE_RIG = frozenset(_OTHERS or {_FIRST})
"""The cores of who drives it; the same one where the machine has no other."""
READ_AT_ONCE = 1 << 20


def cpu_seconds(pids: Iterable[int]) -> float:
    """Seconds of CPU that all threads of some processes have used, to the nanosecond."""
    return sum(_on_cpu(pid) for pid in pids)


def ended_seconds(pid: int) -> float:
    """Seconds of CPU that children of a process have used which have ended, to the hundredth (proc(5), cutime)."""
    fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return sum(map(int, fields[13:15])) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid: int) -> float:
    """The memory of a process that lies in RAM, in MB of 1024 kB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / MEGABYTE
    return 0.0


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    found = [pid]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, _read(children).split())
    return found


@contextmanager
def on_cores(cores: frozenset[int]) -> Iterator[None]:
    """Run on these cores alone; what is started meanwhile stays there."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def forget_files(folder: Path) -> None:
    """Put the files of a folder on the disk and out of the kernel's cache, as they are after a night."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_files(folder: Path) -> None:
    """Let the kernel read the files of a folder, as it has after a while where there is memory enough."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as opened:
                while opened.read(READ_AT_ONCE):
                    continue


def _on_cpu(pid: int) -> float:
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int((_read(thread).split() or ["0"])[0]) for thread in threads) / NANOSECONDS


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # the thread or process has just ended
        return ""
