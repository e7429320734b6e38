"""What understanding costs, beside the commit before it had a sentence encoder: time, others' time, memory, size."""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path

from tests.benchmarks.people.texts import long_needs
from tests.benchmarks.processes.builds import FORMER, Build
from tests.benchmarks.reports.tables import Row, Table, at_most, middle, percentile
from tests.benchmarks.trials import flood
from tests.benchmarks.trials.both import Both, with_both
from tests.benchmarks.trials.flood import Flooded, flooded
from tests.benchmarks.trials.journeys import cpu_an_update
from tests.benchmarks.trials.reading import Reading, reading
from tests.benchmarks.understanding.progress import tell
from tests.test_wheel import in_the_wheel

LETTERS = 300
"""Characters of a need."""
BROUGHT = ("onnxruntime", "numpy", "sentencepiece", "flatbuffers", "protobuf")
"""The packages that came with the encoder."""
ROOMS = ("bot", "dialogs", "knowledge", "storage")
MEGABYTE = 1_000_000
TITLE = f"What understanding costs, beside commit {FORMER}, which had no sentence encoder"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many needs are read, how many are sent at once beside others, how often that is done, and starts; and people
    and seconds of journeys.
    """

    needs: int
    at_once: int
    rounds: int
    starts: int
    people: int
    seconds: float
    others: flood.Plan


SHORT = Plan(20, 10, 1, 1, 43, 2.0, flood.SHORT)
WHOLE = Plan(200, 60, 3, 5, 129, 15.0, flood.WHOLE)


@dataclass(frozen=True, slots=True)
class Cost:
    """What was seen of one build: its readings, others' waits, CPU in ms an update, and its wheel in MB."""

    readings: list[Reading]
    others: list[Flooded]
    update: float
    wheel: float

    @property
    def times(self) -> list[float]:
        """Milliseconds of one core for each need."""
        return [time for one in self.readings for time in one.times]

    @property
    def late(self) -> float:
        """The 99th percentile of others' waits in seconds, the median of the rounds."""
        return middle(one.late for one in self.others)

    @property
    def calm(self) -> float:
        """The same while nobody sends a need."""
        return middle(one.calm for one in self.others)

    @property
    def memory(self) -> float:
        """Resident MB after all needs."""
        return middle(one.memory for one in self.readings)

    @property
    def ready(self) -> float:
        """Seconds until the first need can be read."""
        return middle(one.ready for one in self.readings)


def costs(*, short: bool) -> list[Table]:
    """Measure both builds."""
    plan = SHORT if short else WHOLE
    both = with_both(lambda build: _measured(build, plan))
    how = (
        both.plain("others' wait while nobody sends a need, p99", lambda cost: 1000 * cost.calm, "ms"),
        both.plain(f"others' wait beside {plan.at_once} needs, p99", lambda cost: 1000 * cost.late, "ms"),
        both.plain("others who asked beside them", lambda cost: sum(one.asked for one in cost.others)),
        both.plain("others who were never answered", lambda cost: sum(one.unanswered for one in cost.others)),
        both.plain("CPU of the bot for an update, whole journey", lambda cost: cost.update, "ms"),
        both.plain("memory of what reads needs", lambda cost: cost.memory, "MB"),
        both.plain("until it can read the first", lambda cost: cost.ready, "s"),
    )
    return both.tables(TITLE, _goals(both, plan), "How the costs were found", how)


def _goals(both: Both[Cost], plan: Plan) -> tuple[Row, ...]:
    others = f"others' wait while one person sends {plan.at_once} needs of {LETTERS} characters"
    return (
        both.at_most(f"a need of {LETTERS} characters, one core, median", lambda cost: middle(cost.times), 60, "ms"),
        both.plain(f"a need of {LETTERS} characters, p99", lambda cost: percentile(cost.times, 0.99), "ms"),
        _times(both, f"{others}, p99", lambda cost: cost.late, 1.2),
        _times(both, "CPU of the bot for an update of the whole journey", lambda cost: cost.update, 1.5),
        _more(both, "memory more", lambda cost: cost.memory, 120, "MB"),
        _more(both, "start longer", lambda cost: cost.ready, 1.5, "s"),
        _more(both, "the wheel larger", lambda cost: cost.wheel, 60, "MB"),
        _more(both, "wheel and packages to fetch larger", lambda cost: cost.wheel, 60, "MB", _brought()),
    )


def _times(both: Both[Cost], what: str, figure: Callable[[Cost], float], goal: float) -> Row:
    """A figure of this tree as so many times that of the former commit; where there is none, nobody can tell."""
    if both.there is None:
        return Row(f"{what} / at {FORMER}", "not measured")
    return at_most(f"{what} / at {FORMER}", figure(both.here) / figure(both.there), goal, "×")


def _more(
    both: Both[Cost], what: str, figure: Callable[[Cost], float], goal: float, unit: str, besides: float = 0.0
) -> Row:
    """By how much a figure of this tree is larger than that of the former commit; likewise."""
    if both.there is None:
        return Row(f"{what} than at {FORMER}", "not measured")
    return at_most(f"{what} than at {FORMER}", figure(both.here) + besides - figure(both.there), goal, unit)


def _measured(build: Build, plan: Plan) -> Cost:
    tell(f"the costs of {build.name}")
    texts = long_needs(plan.needs, LETTERS)
    return Cost(
        [reading(build, texts) for _ in range(plan.starts)],
        [flooded(build, long_needs(plan.at_once, LETTERS), plan.others) for _ in range(plan.rounds)],
        cpu_an_update(build, plan.people, plan.seconds),
        _wheel(build.root),
    )


def _wheel(root: Path) -> float:
    """The size in MB of what goes into the wheel, pressed as there."""
    below = (path for room in ROOMS for path in (root / room).rglob("*") if path.is_file())
    return _pressed(path for path in below if in_the_wheel(path.relative_to(root).as_posix()))


def _brought() -> float:
    return _pressed(Path(str(file.locate())) for name in BROUGHT for file in files(name) or ())


def _pressed(paths: Iterable[Path]) -> float:
    return sum(len(zlib.compress(path.read_bytes())) for path in paths if path.suffix != ".pyc") / MEGABYTE
