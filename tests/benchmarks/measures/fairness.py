"""Whether one who asks for very much makes others wait: this tree, and beside it the commit that was attacked.

Each trial starts both builds anew, one after the other, each on a core of its own (`trials/site.py`).
"""

from dataclasses import dataclass

from tests.benchmarks.people.texts import long_needs, needs
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.reports.tables import Row, Table
from tests.benchmarks.trials import flood
from tests.benchmarks.trials.both import Both, with_both
from tests.benchmarks.trials.flood import Flooded, flooded
from tests.benchmarks.trials.group import card_beside
from tests.benchmarks.trials.orders import Ordered, ordered
from tests.benchmarks.trials.slow_chats import beside_slow_chats


@dataclass(frozen=True, slots=True)
class Size:
    """How much one person asks for: needs of a line, needs of 1500 characters, lines to a case, orders of papers."""

    lines: int
    long: int
    to_a_case: int
    orders: int
    others: flood.Plan


LETTERS = 1500
"""Characters of a long need."""
SHORT = Size(1000, 60, 24, 15, flood.SHORT)
WHOLE = Size(1000, 60, 40, 121, flood.WHOLE)


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that was seen of one build; the waits beside slow chats and for a card in seconds."""

    lines: Flooded
    long: Flooded
    slow: float
    card: float
    papers: Ordered

    @property
    def rig(self) -> float:
        """The largest part of a core that those who drive the bot used."""
        return max(self.lines.rig, self.long.rig)


def measure(*, short: bool, big: bool) -> list[Table]:
    """Hold every trial with both builds."""
    size = SHORT if short else WHOLE
    both = with_both(lambda build: _measured(build, size))
    return both.tables("One who asks for very much", _goals(both, size), "How these trials went", _how(both))


def _measured(build: Build, size: Size) -> Measured:
    return Measured(
        flooded(build, needs(size.lines), size.others),
        flooded(build, long_needs(size.long, LETTERS), size.others),
        beside_slow_chats(build),
        card_beside(build, size.to_a_case),
        ordered(build, size.orders),
    )


def _goals(both: Both[Measured], size: Size) -> tuple[Row, ...]:
    lines = f"one person sends {size.lines} needs of a line"
    long = f"one sends {size.long} needs of {LETTERS} characters"
    return (
        both.at_most(f"others' wait while {lines} / when it is quiet, p99", lambda seen: seen.lines.times, 3, "×"),
        both.at_most(f"others' wait while {lines}, p99", lambda seen: 1000 * seen.lines.late, 250, "ms"),
        both.at_most(f"others' wait while {long} / when it is quiet, p99", lambda seen: seen.long.times, 3, "×"),
        both.at_most(f"others' wait while {long}, p99", lambda seen: 1000 * seen.long.late, 250, "ms"),
        both.at_most(
            "a wait beside eight chats whose sends take 12 s, the longest of five", lambda seen: seen.slow, 1, "s"
        ),
        both.at_most(f"a new card beside {size.to_a_case} lines to another case", lambda seen: seen.card, 10, "s"),
        both.at_most(f"memory after {size.orders} orders of papers / before", lambda seen: seen.papers.times, 1.3, "×"),
    )


def _how(both: Both[Measured]) -> tuple[Row, ...]:
    return (
        both.plain("when it is quiet, p99", lambda seen: 1000 * max(seen.lines.calm, seen.long.calm), "ms"),
        both.plain("others who asked beside the needs of a line", lambda seen: seen.lines.asked),
        both.plain("beside the needs of a line never answered", lambda seen: seen.lines.unanswered),
        both.plain("others who asked beside the long needs", lambda seen: seen.long.asked),
        both.plain("beside the long needs never answered", lambda seen: seen.long.unanswered),
        both.plain("until the lines were worked off", lambda seen: seen.lines.flood, "s"),
        both.plain("until the long needs were worked off", lambda seen: seen.long.flood, "s"),
        both.plain(
            "part of their own core that the people and the Bot API used, at most", lambda seen: 100 * seen.rig, "%"
        ),
        both.plain("memory before the orders", lambda seen: seen.papers.before, "MB"),
        both.plain("memory after the orders", lambda seen: seen.papers.after, "MB"),
        both.plain("files that came", lambda seen: seen.papers.files),
    )
