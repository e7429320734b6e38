"""The benchmarks: `python -m tests.benchmarks [NAME ...] [--short] [--big]` prints Markdown tables.

Each benchmark is a module with `measure(short=..., big=...)`, which returns tables; here is only the list of them.
"""

import argparse
import sys
import time
from collections.abc import Callable

from tests.benchmarks import large, latency, matching, standing, throughput
from tests.benchmarks.report import Table, markdown

Measure = Callable[..., list[Table]]
BENCHMARKS: dict[str, Measure] = {
    "matching": matching.measure,
    "throughput": throughput.measure,
    "latency": latency.measure,
    "standing": standing.measure,
    "large": large.measure,
}


def main() -> None:
    """Run what was asked for, all by default, and print each table as soon as it is there."""
    asked = _parser().parse_args()
    for name in asked.names or BENCHMARKS:
        began = time.monotonic()
        measure = BENCHMARKS[name]
        tables = measure(short=asked.short, big=asked.big)
        sys.stdout.write(f"{markdown(tables)}\n")
        sys.stdout.flush()
        sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], metavar="NAME", help=" ".join(BENCHMARKS))
    parser.add_argument("--short", action="store_true", help="a rougher run, within a minute and a half")
    parser.add_argument("--big", action="store_true", help="the large database in its full size; takes minutes more")
    return parser


if __name__ == "__main__":
    main()
