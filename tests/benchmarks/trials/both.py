"""A trial held with two builds, one after the other: the one that lies here, and the commit it is shown beside."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.benchmarks.processes.builds import FORMER, HERE, Build, CannotBeSetUp, former
from tests.benchmarks.reports.tables import Row, Table, at_most, beside, plain, shown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Both(Generic[T]):
    """What was seen of this tree and of the former commit; `there` is None where that cannot be run, as `why` says."""

    here: T
    there: T | None
    why: str = ""

    def at_most(self, what: str, figure: Callable[[T], float], goal: float, unit: str = "") -> Row:
        """A figure of both, which should be at most so large here."""
        return self._beside(at_most(what, figure(self.here), goal, unit), figure, unit)

    def plain(self, what: str, figure: Callable[[T], float], unit: str = "") -> Row:
        """A figure of both that has no goal."""
        return self._beside(plain(what, figure(self.here), unit), figure, unit)

    @property
    def note(self) -> str:
        """What stands in brackets behind the figures, or why nothing does."""
        return f"Commit {FORMER} could not be set up: {self.why}." if self.why else f"In brackets commit {FORMER}."

    def tables(self, what: str, goals: tuple[Row, ...], trials: str, how: tuple[Row, ...]) -> list[Table]:
        """Two tables under their titles: the figures that have goals, and how the trials went, for whoever looks."""
        return [Table(what, goals, self.note), Table(trials, how, self.note, front=False)]

    def _beside(self, row: Row, figure: Callable[[T], float], unit: str) -> Row:
        return row if self.there is None else beside(row, FORMER, shown(figure(self.there), unit))


def with_both(trial: Callable[[Build], T]) -> Both[T]:
    """Hold a trial with this tree, and with the former commit where it can be set up."""
    here = trial(HERE)
    try:
        return Both(here, trial(former()))
    except CannotBeSetUp as problem:
        sys.stderr.write(f"{FORMER} cannot be set up: {problem}\n")
        return Both(here, None, str(problem))
