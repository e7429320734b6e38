"""What reminders cost, whether they leave in time, and how they go out when very many are due in one minute.

Beside it the commit that was attacked. Claiming is measured by turns, each build on a copy of its own large database.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.processes.builds import FORMER, HERE, Build, CannotBeSetUp, former
from tests.benchmarks.reports.tables import Row, Table, at_least, at_most, beside, percentile, plain, shown
from tests.benchmarks.trials.reminders import claiming
from tests.benchmarks.trials.reminders.claiming import Cost, Costs, median
from tests.benchmarks.trials.reminders.in_time import delays, idle
from tests.benchmarks.trials.reminders.one_minute import LIMIT, Sent, sent


@dataclass(frozen=True, slots=True)
class Size:
    """What is claimed, how many reminders are watched that leave one by one, for how many seconds a bot is idle, and
    how many are due in one minute, watched twice for some seconds.
    """

    claimed: claiming.Size
    watched: int
    idle: float
    due: int
    seconds: float


SHORT = Size(claiming.Size(20_000, 2_000, 2_000, 3), 12, 20.0, 3_000, 8.0)
WHOLE = Size(claiming.Size(1_000_000, 100_000, 10_000, 5), 30, 40.0, 100_000, 20.0)


def measure(*, short: bool, big: bool) -> list[Table]:
    """Hold every trial, with both builds where they are compared."""
    size, (builds, why) = SHORT if short else WHOLE, _builds()
    claimed, brackets = size.claimed, why or f"In brackets commit {FORMER}."
    costs = {
        "SQLite": claiming.on_sqlite(builds, claimed),
        "PostgreSQL": claiming.on_postgresql(builds, claimed),
    }
    late = {build.name: delays(build, size.watched) for build in builds}
    used = idle(builds, size.idle)
    many = f"{claimed.planned} planned reminders, {claimed.due} due"
    ratios = [row for name, found in costs.items() for row in _ratios(name, found)]
    each = [row for name, found in costs.items() for row in _each(name, found)]
    rounds = f"{brackets} Medians of {claimed.rounds} rounds by turns, {claimed.claimed} reminders in each."
    mass = _mass(sent(HERE, size.due, size.seconds))
    return [
        Table(f"{many}: turning one into its message", (*ratios, *each), rounds),
        Table("In time, and idle", (*_in_time(late), *_idle(used)), brackets),
        Table(f"{size.due} reminders due in one minute", mass, "With Telegram's limits, at both ends."),
    ]


def _builds() -> tuple[list[Build], str]:
    try:
        return [HERE, former()], ""
    except CannotBeSetUp as problem:
        return [HERE], f"Commit {FORMER} could not be set up: {problem}."


def _ratios(name: str, costs: Costs) -> tuple[Row, ...]:
    if FORMER not in costs:
        return ()

    def ratio(what: str, figure: Callable[[Cost], float]) -> Row:
        times = median(costs[HERE.name], figure) / median(costs[FORMER], figure)
        return at_most(f"{name}: {what} / at {FORMER}", times, 0.7, "×")

    return ratio("CPU of process and server", lambda cost: cost.all_cpu), ratio("time", lambda cost: cost.wall)


def _each(name: str, costs: Costs) -> tuple[Row, ...]:
    def both(what: str, figure: Callable[[Cost], float], unit: str) -> Row:
        row = plain(f"{name}: {what}", median(costs[HERE.name], figure), unit)
        return beside(row, FORMER, shown(median(costs[FORMER], figure), unit)) if FORMER in costs else row

    return (
        both("CPU of the process", lambda cost: cost.cpu, "µs"),
        both("CPU of the server", lambda cost: cost.server, "µs"),
        both("time", lambda cost: cost.wall, "µs"),
        both("memory that a round adds", lambda cost: cost.grown, "MB"),
    )


def _in_time(late: dict[str, list[float]]) -> tuple[Row, ...]:
    def both(what: str, part: float, goal: float) -> Row:
        row = at_most(what, percentile(late[HERE.name], part), goal, "s")
        return beside(row, FORMER, shown(percentile(late[FORMER], part), "s")) if FORMER in late else row

    return (
        both("from the instant of a reminder to its call, median", 0.5, 0.5),
        both("the longest", 1.0, 2),
        plain("reminders that were watched", len(late[HERE.name])),
    )


def _idle(used: dict[str, float]) -> tuple[Row, ...]:
    each = plain("CPU when idle", 100 * used[HERE.name], "% of a core")
    if FORMER not in used:
        return (each,)
    row = at_most(f"CPU when idle / at {FORMER}", used[HERE.name] / used[FORMER], 0.5, "×")
    return row, beside(each, FORMER, shown(100 * used[FORMER], "% of a core"))


def _mass(seen: Sent) -> tuple[Row, ...]:
    before, first, end = seen.memory
    return (
        at_least("messages a second, of Telegram's limit of 30", 100 * seen.rate / LIMIT, 95, "%"),
        at_most("refused with 429", float(seen.refused), 0),
        at_most("an answer waits longer than without them, 99th percentile", seen.late - seen.usual, 250, "ms"),
        plain("an answer waits beside them, 99th percentile", seen.late, "ms"),
        plain("an answer waits without them, 99th percentile", seen.usual, "ms"),
        plain("answers waited for beside them", len(seen.beside)),
        at_most("memory at the end / after the first window", end / first, 1.05, "×"),
        plain("memory when the bot had come up", before, "MB"),
        plain("memory at the end", end, "MB"),
    )
