"""`python -m tests.chaos [--seed N] [--minutes M] [--only NAME]`: all rounds, a table, and what was broken.

The exit code is 1 where an invariant did not hold. The seed is printed; the same seed draws the same faults.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.rounds import Result, Round, play, rehearse
from tests.chaos.verdict.ledger import most_common
from tests.chaos.world.script import Expected

ODD = {"reorder": True, "numbers": True, "clock": True, "oddities": True}
STRANGE = {"lies": True, "visitors": True, "numbers": True, "clock": True}
WITHOUT_END = 10_000
ROUNDS = (
    Round("one process, SQLite", "sqlite", kills=100, seconds=300, backup=True),
    Round("two processes, PostgreSQL", "postgresql", 2, kills=150, seconds=300, backup=True),
    Round("four processes, PostgreSQL", "postgresql", 4, kills=240, seconds=330),
    Round("two processes with a webhook, PostgreSQL", "postgresql", 2, webhook=True, kills=60, seconds=150),
    Round("odd updates, clock, chats; SQLite", "sqlite", kills=WITHOUT_END, seconds=50, **ODD),
    Round("odd updates, clock, chats; PostgreSQL", "postgresql", 2, kills=WITHOUT_END, seconds=50, **ODD),
    Round("disk full, locked, read-only; SQLite", "sqlite", kills=WITHOUT_END, seconds=70, outages=True),
    Round("lies, visitors, odd updates, clock; SQLite", "sqlite", kills=100, seconds=240, **STRANGE),
    Round("lies, visitors, odd updates, clock; PostgreSQL", "postgresql", 2, kills=150, seconds=240, **STRANGE),
    Round(
        "cut, crashed, restarted, read-only; PostgreSQL", "postgresql", 2, kills=WITHOUT_END, seconds=70, outages=True
    ),
    Round("three bots in one process, SQLite", "sqlite", kills=60, seconds=180, people=6, bots=3),
    Round("three bots in two processes, PostgreSQL", "postgresql", 2, kills=80, seconds=180, people=6, bots=3),
    Round(
        "two bots, disks full, locked, read-only; SQLite",
        "sqlite",
        kills=WITHOUT_END,
        seconds=70,
        people=6,
        bots=2,
        outages=True,
    ),
)
MINUTES = 40.0
BACK_WITHIN = 5.0
HEAD = (
    "| round | s | kills | associations | messages | twice (cards, reminders) | doubts counted "
    "| deaths watched: back after, s (median / longest), load | other faults | people were told | broken |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|\n"
)


def main() -> int:
    """Play the rounds and print the table."""
    asked = _parser().parse_args()
    sys.stdout.write(f"seed {asked.seed}\n\n")
    results = asyncio.run(_all(asked.seed, asked.minutes, asked.only))
    kills = sum(result.struck["SIGKILL"] for result in results)
    broken = sum(len(result.violations) for result in results)
    back = [one for result in results for one in result.back]
    late = sum(one.seconds > BACK_WITHIN for one in back)
    sys.stdout.write(f"\n{kills} kills, {broken} invariants broken, seed {asked.seed}\n")
    sys.stdout.write(f"{len(back) - late} of {len(back)} who wrote as a process died were answered within ")
    sys.stdout.write(f"{BACK_WITHIN:.0f} s\n")
    return 1 if broken else 0


async def _all(seed: int, minutes: float, only: str) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="lots-chaos-") as folder:
        expected = await rehearse(Path(folder))
    sys.stdout.write(HEAD)
    ends, results = time.monotonic() + minutes * 60, []
    for number, round_ in enumerate(ROUNDS):
        if only in round_.name and time.monotonic() < ends:
            results.append(await _one(round_, seed + number, expected))
    return results


async def _one(round_: Round, seed: int, expected: Expected) -> Result:
    result = await play(round_, seed, expected)
    sys.stdout.write(row(result))
    for line in most_common(result.violations):
        sys.stdout.write(f"    {line}\n")
    sys.stdout.flush()
    return result


def row(result: Result) -> str:
    """A line of the table."""
    others = ", ".join(f"{name} {count}" for name, count in sorted(result.struck.items()) if name != "SIGKILL")
    cells = (
        result.name,
        f"{result.seconds:.0f}",
        result.struck["SIGKILL"],
        result.people,
        result.messages,
        f"{result.doubles} ({result.cards}, {result.reminders})",
        result.doubts,
        result.back_shown,
        others,
        ", ".join(f"{what} {count}" for what, count in sorted(result.told.items())) or "–",
        len(result.violations),
    )
    return "| " + " | ".join(map(str, cells)) + " |\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description="Lots under faults.")
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--minutes", type=float, default=MINUTES, help="no round begins after that")
    parser.add_argument("--only", default="", help="rounds whose name holds this")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
