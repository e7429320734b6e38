"""What is lost and what comes twice when others answer wrongly, values are torn and the process dies; beside it the
commit that was attacked.

Each trial starts both builds anew, one after the other. `make chaos` plays all faults together and judges every word;
here single ones are counted.
"""

from dataclasses import dataclass

from tests.benchmarks.processes.builds import HERE, Build
from tests.benchmarks.reports.tables import Row, Table
from tests.benchmarks.trials.both import Both, with_both
from tests.benchmarks.trials.damage import Damaged, damaged
from tests.benchmarks.trials.interrupted import Interrupted, interrupted
from tests.benchmarks.trials.lies import Lied, lied, rehearsed


@dataclass(frozen=True, slots=True)
class Size:
    """Seconds of lies, chats of which a hundredth is damaged, people reminded, and kills while they are.

    `lies_beside`: seconds of lies for the commit that is shown beside, which loses answers within the first of them.
    """

    lies: float
    lies_beside: float
    chats: int
    reminded: int
    kills: int


SHORT = Size(15, 15, 500, 60, 3)
WHOLE = Size(600, 120, 10_000, 150, 21)


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that was seen of one build."""

    lies: Lied
    damage: Damaged
    reminders: Interrupted


def measure(*, short: bool, big: bool) -> list[Table]:
    """Hold every trial with both builds."""
    size = SHORT if short else WHOLE
    both = with_both(lambda build: _measured(build, size))
    return both.tables("Lies, damage and a kill", _goals(both, size), "How the trials of faults went", _how(both))


def _measured(build: Build, size: Size) -> Measured:
    expected = rehearsed(build)
    return Measured(
        lied(build, expected, size.lies if build is HERE else size.lies_beside),
        damaged(build, size.chats),
        interrupted(build, expected, size.reminded, size.kills),
    )


def _goals(both: Both[Measured], size: Size) -> tuple[Row, ...]:
    proxy = f"{size.lies / 60:g} minutes ({size.lies_beside / 60:g}) behind a proxy that lies one call in five"
    torn = f"a damaged value in a hundred of {size.chats} chats"
    return (
        both.at_most(f"{proxy}: answers lost", lambda seen: seen.lies.lost, 0),
        both.at_most(f"{proxy}: messages that came twice", lambda seen: seen.lies.part_doubled, 1, "%"),
        both.at_most(f"{proxy}: came twice and not counted as a doubt", lambda seen: seen.lies.uncounted, 0),
        both.at_most(f"{torn}: others not answered", lambda seen: seen.damage.unanswered, 0),
        both.at_most(f"{torn}: time to answer the others / without damage", lambda seen: seen.damage.times, 1.2, "×"),
        both.at_most("reminders that come twice by one kill, median", lambda seen: seen.reminders.median, 2),
        both.at_most(
            "the most that come twice by one kill / messages under way", lambda seen: seen.reminders.most_by_way, 1, "×"
        ),
        both.at_most("reminders lost by the kills", lambda seen: seen.reminders.lost, 0),
    )


def _how(both: Both[Measured]) -> tuple[Row, ...]:
    return (
        both.plain("calls through the proxy", lambda seen: seen.lies.calls),
        both.plain("of them answered wrongly", lambda seen: seen.lies.lies),
        both.plain("messages that arrived behind it", lambda seen: seen.lies.messages),
        both.plain("of them hidden: arrived, and answered wrongly", lambda seen: seen.lies.hidden),
        both.plain("came twice", lambda seen: seen.lies.doubled),
        both.plain("came twice / hidden, which alone can", lambda seen: seen.lies.part_of_hidden, "%"),
        both.plain("doubts that Lots counted", lambda seen: seen.lies.doubts),
        both.plain("messages unlike the rehearsal", lambda seen: seen.lies.unlike),
        both.plain("times the process ended by itself", lambda seen: seen.lies.ended),
        both.plain("never came to rest (1: yes)", lambda seen: float(seen.lies.restless)),
        both.plain("others beside damaged values", lambda seen: seen.damage.others),
        both.plain("time to answer them without damage", lambda seen: seen.damage.whole, "s"),
        both.plain("chats with a damaged value", lambda seen: seen.damage.damaged),
        both.plain("of them told something", lambda seen: seen.damage.told),
        both.plain("kills while reminders went out", lambda seen: seen.reminders.kills),
        both.plain("the most that came twice by one", lambda seen: seen.reminders.most),
        both.plain("messages under way at one time, at most", lambda seen: seen.reminders.under_way),
    )
