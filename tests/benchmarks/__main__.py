"""The benchmarks: `python -m tests.benchmarks [NAME ...] [--short] [--big]` prints Markdown tables.

Each benchmark is a module with `measure(short=..., big=...)`, which returns tables; here is only the list of them. The
figures of a run that is not short are kept in `docs/benchmarks.json`, each benchmark's in its own part.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import large, latency, matching, profile, standing, throughput
from tests.benchmarks.kept import FILE, keep, measured
from tests.benchmarks.report import Table, markdown

Measure = Callable[..., list[Table]]
BENCHMARKS: dict[str, Measure] = {
    "matching": matching.measure,
    "throughput": throughput.measure,
    "latency": latency.measure,
    "standing": standing.measure,
    "large": large.measure,
    "profile": profile.measure,
}


def main() -> None:
    """Run what was asked for, all by default; print each table as soon as it is there, and keep it."""
    asked = _parser().parse_args()
    run = "short" if asked.short else "big" if asked.big else "whole"
    file = asked.keep or (None if asked.short else FILE)
    for name in asked.names or BENCHMARKS:
        began = time.monotonic()
        tables = BENCHMARKS[name](short=asked.short, big=asked.big)
        seconds = time.monotonic() - began
        sys.stdout.write(f"{markdown(tables)}\n")
        sys.stdout.flush()
        sys.stderr.write(f"{name}: {seconds:.0f} s\n")
        if file:
            keep(file, name, measured(tables, run, seconds))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], metavar="NAME", help=" ".join(BENCHMARKS))
    parser.add_argument("--short", action="store_true", help="a rougher run, within a minute and a half; not kept")
    parser.add_argument("--big", action="store_true", help="the large database in its full size; takes minutes more")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the figures there, even of a short run")
    return parser


if __name__ == "__main__":
    main()
