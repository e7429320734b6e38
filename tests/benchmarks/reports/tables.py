"""How figures are shown: Markdown tables in which each figure stands beside its goal.

A figure that has no goal is there to explain the others. Nothing is measured here and nothing is kept (`kept.py`).
"""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: as it is shown, and where it is a single number also as `value` in `unit`.

    `reached` is None where there is no goal.
    """

    what: str
    figure: str
    goal: str = ""
    reached: bool | None = None
    value: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Some figures of one kind, with a line on how they came about.

    `front`: its goals stand in the README too, not only among the benchmarks.
    """

    title: str
    rows: tuple[Row, ...]
    note: str = ""
    front: bool = True


def at_least(what: str, value: float, goal: float, unit: str = "") -> Row:
    """A figure that should be at least so large."""
    return Row(what, shown(value, unit), f"≥ {goal:g} {unit}".strip(), value >= goal, value, unit)


def at_most(what: str, value: float, goal: float, unit: str = "") -> Row:
    """A figure that should be at most so large."""
    return Row(what, shown(value, unit), f"≤ {goal:g} {unit}".strip(), value <= goal, value, unit)


def plain(what: str, value: float, unit: str = "") -> Row:
    """A figure that has no goal."""
    return Row(what, shown(value, unit), value=value, unit=unit)


def beside(row: Row, name: str, figure: str) -> Row:
    """The same figure with that of something else beside it, which has no goal."""
    return replace(row, figure=f"{row.figure} ({name}: {figure})")


def shown(value: float, unit: str = "") -> str:
    """A number as it stands in a table; what never came to an end has none."""
    if math.isinf(value):
        return "never"
    return f"{value:d}" if isinstance(value, int) and not unit else f"{value:.2f} {unit}".strip()


def markdown(tables: Iterable[Table]) -> str:
    """The tables as Markdown."""
    return "\n".join(_table(table) for table in tables)


def lines(rows: Iterable[Row]) -> list[str]:
    """The lines of a Markdown table, without its head."""
    return [f"| {row.what} | {row.figure} | {row.goal} | {_WORDS[row.reached]} |" for row in rows]


def middle(values: Iterable[float]) -> float:
    """The median, 0 of nothing."""
    listed = list(values)
    return statistics.median(listed) if listed else 0.0


def percentile(values: Sequence[float], part: float) -> float:
    """The value that a part (0 to 1) of the values stays under, 0 of nothing."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * part))] if ranked else 0.0


def _table(table: Table) -> str:
    head = [f"### {table.title}", ""]
    if table.note:
        head += [table.note, ""]
    return "\n".join([*head, *HEAD, *lines(table.rows), ""])


HEAD = ("| what | measured | goal | reached |", "|---|---|---|---|")
_WORDS = {True: "yes", False: "**no**", None: ""}
