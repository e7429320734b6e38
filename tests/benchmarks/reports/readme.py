"""`python -m tests.benchmarks.reports.readme`: puts the kept figures into README.md and docs/benchmarks.md.

README.md gets the figures whose goal holds on any machine (ratios, shares, memory), docs/benchmarks.md gets all of
them; each between two marks in the text, so that nobody writes a figure by hand. A test holds both papers to
`docs/benchmarks.json`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.reports.kept import ROOT, Part, Parts, kept
from tests.benchmarks.reports.tables import HEAD, Table, lines, markdown
from tests.house.papers import Block

FIGURES = Block("<!-- figures of `make bench` -->", "<!-- end of the figures -->")
NOTHING = "No figures are kept yet. `make bench` measures them.\n"
ORDER = (
    *(
        "throughput",
        "latency",
        "updates",
        "distant",
        "fairness",
        "faults",
        "reminders",
        "standing",
        "many",
        "harm",
        "large",
    ),
    *("matching", "profile"),
)
"""Speed first, as the goals stand; a benchmark that is not named here comes last."""


OF_ONE_MACHINE = frozenset({"ms", "s"})
"""Units whose goals stay among the benchmarks: machines differ by more than twice, so a time says little elsewhere."""


def main() -> None:
    """Write the figures into both papers."""
    parts = kept()
    for paper, shown in PAPERS.items():
        paper.write_text(FIGURES.filled(paper.read_text(encoding="utf-8"), shown(parts)), encoding="utf-8")


def goals(parts: Parts) -> str:
    """Return the figures that have a goal, as one table, and when each was measured."""
    rows = [line for part in _ordered(parts) for table in part.tables for line in _with_goals(table)]
    return "\n".join([*HEAD, *rows, "", _measured(parts), ""]) if rows else NOTHING


def everything(parts: Parts) -> str:
    """Return all tables, a heading for each benchmark."""
    shown = [f"## {name}\n\n{_how(part)}\n\n{markdown(part.tables)}" for name, part in _named(parts)]
    return "\n".join(shown) if shown else NOTHING


def _with_goals(table: Table) -> list[str]:
    rows = [row for row in table.rows if row.goal and row.unit not in OF_ONE_MACHINE]
    return [f"| **{table.title}** | | | |", *lines(rows)] if table.front and rows else []


def _measured(parts: Parts) -> str:
    """When and on what the figures were measured; benchmarks that ran together are named together."""
    runs: dict[str, list[str]] = {}
    for name, part in _named(parts):
        runs.setdefault(_where(part), []).append(name)
    return "; ".join(f"{', '.join(names)}: {where}" for where, names in runs.items()) + "."


def _how(part: Part) -> str:
    return f"{_where(part)}, {part.seconds} s."


def _where(part: Part) -> str:
    machine, at = part.machine, f", commit {part.commit}" if part.commit else ""
    on = f"{machine.cores} cores, Python {machine.python}, SQLite {machine.sqlite}"
    return f"{part.date}{at}, {part.run} run on {on}"


def _named(parts: Parts) -> Iterator[tuple[str, Part]]:
    yield from sorted(parts.items(), key=lambda item: (*(item[0] != name for name in ORDER), item[0]))


def _ordered(parts: Parts) -> Iterator[Part]:
    return (part for _, part in _named(parts))


PAPERS: dict[Path, Callable[[Parts], str]] = {
    ROOT / "README.md": goals,
    ROOT / "docs" / "benchmarks.md": everything,
}


if __name__ == "__main__":
    main()
