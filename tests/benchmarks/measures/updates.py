"""What an update costs one process on SQLite, beside the former commit: in rounds by turns, the median of each.

Once with the need told in words, which this tree understands by an encoder that the former commit did not have, and
once with the need chosen from the list, so that neither build understands anything.
"""

import sys
from dataclasses import dataclass

from tests.benchmarks.people.journey import BY_HAND, JOURNEY
from tests.benchmarks.processes.builds import FORMER, HERE, Build, CannotBeSetUp, former
from tests.benchmarks.reports.tables import Row, Table, at_most, beside, middle, shown
from tests.benchmarks.trials.journeys import cpu_an_update

GOAL = 0.5
"""Times what the former commit needs."""
SCRIPTS = {"need told in words": JOURNEY, "need chosen from the list": BY_HAND}


@dataclass(frozen=True, slots=True)
class Plan:
    """How many people walk for how many seconds, and how often each build has its turn."""

    people: int
    seconds: float
    rounds: int


SHORT = Plan(43, 3.0, 1)
WHOLE = Plan(86, 10.0, 3)


def measure(*, short: bool, big: bool) -> list[Table]:
    """Let both builds walk both journeys by turns."""
    plan, builds = SHORT if short else WHOLE, [HERE]
    try:
        builds.append(former())
    except CannotBeSetUp as problem:
        sys.stderr.write(f"{FORMER} cannot be set up: {problem}\n")
    note = "Without the former commit, which could not be set up." if len(builds) == 1 else f"In brackets {FORMER}."
    rows = (_row(name, _by_turns(builds, script, plan)) for name, script in SCRIPTS.items())
    return [Table(f"An update on SQLite, beside commit {FORMER}", tuple(rows), note)]


def _by_turns(builds: list[Build], script: str, plan: Plan) -> list[float]:
    """Milliseconds of CPU an update for each build."""
    rounds = [[cpu_an_update(build, plan.people, plan.seconds, script) for build in builds] for _ in range(plan.rounds)]
    return [middle(times) for times in zip(*rounds, strict=True)]


def _row(name: str, times: list[float]) -> Row:
    what = f"CPU of the bot an update, {name} / at {FORMER}"
    if len(times) == 1:
        return Row(what, "not measured")
    here, there = times
    return beside(
        at_most(what, here / there, GOAL, "×"), f"{shown(here, 'ms')} an update, {FORMER}", shown(there, "ms")
    )
