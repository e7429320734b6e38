"""The benchmarks: `python -m tests.benchmarks [NAME ...] [--short] [--big]` prints Markdown tables.

Each benchmark is a module of `measures/` with `measure(short=..., big=...)`, which returns tables; here is only the
list of them. The figures of a run that is not short are kept in `docs/benchmarks.json`, each benchmark's in its part.
"""

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

from tests.benchmarks.reports.kept import FILE, keep, measured
from tests.benchmarks.reports.tables import Table, markdown

BENCHMARKS = (
    *("matching", "throughput", "latency", "updates", "distant", "fairness"),
    *("faults", "reminders", "standing", "many", "harm", "large", "profile"),
)
"""Modules of `measures/`, in the order in which they run."""
SEVERAL_BOTS = ("many", "harm")
"""Those whose process has several bots stand in a room of their own."""


def main() -> None:
    """Run what was asked for, all by default; print each table as soon as it is there, and keep it."""
    asked = _parser().parse_args()
    run = "short" if asked.short else "big" if asked.big else "whole"
    file = asked.keep or (None if asked.short else FILE)
    for name in asked.names or BENCHMARKS:
        began = time.monotonic()
        tables = _measured(name, short=asked.short, big=asked.big)
        seconds = time.monotonic() - began
        sys.stdout.write(f"{markdown(tables)}\n")
        sys.stdout.flush()
        sys.stderr.write(f"{name}: {seconds:.0f} s\n")
        if file:
            keep(file, name, measured(tables, run, seconds))


def _measured(name: str, **how: bool) -> list[Table]:
    """The tables of one benchmark; loaded only now, because `matching` needs what the others do without."""
    module = f"several_bots.{name}" if name in SEVERAL_BOTS else name
    tables: list[Table] = import_module(f"tests.benchmarks.measures.{module}").measure(**how)
    return tables


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], metavar="NAME", help=" ".join(BENCHMARKS))
    parser.add_argument("--short", action="store_true", help="a rougher run; not kept")
    parser.add_argument("--big", action="store_true", help="the large database in its full size; takes minutes more")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the figures there, even of a short run")
    return parser


if __name__ == "__main__":
    main()
