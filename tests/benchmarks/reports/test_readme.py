"""What stands in the papers is what was measured: nobody writes a figure by hand."""

from pathlib import Path

import pytest

from tests.benchmarks.reports.kept import Machine, Part, keep, kept
from tests.benchmarks.reports.readme import FIGURES, NOTHING, PAPERS, everything, goals
from tests.benchmarks.reports.tables import Row, Table, at_least, at_most, beside, plain

MACHINE = Machine(2, "3.11.7", "3.51.3")
SPEED = Table(
    "Speed", (at_least("Lots / echo", 2.5, 2.8, "×"), plain("echo", 300, "/s"), at_most("CPU", 1, 2, "ms")), "Medians."
)
EACH = Table("Each", (at_most("a query", 1, 5, "ms"),), front=False)
IDLE = Table("Standing by", (at_most("CPU when idle", 0.25, 0.5, "%"), Row("note", "none")))


def part(*tables: Table, date: str = "2026-11-22") -> Part:
    return Part(date, "abc1234", "whole", 61, MACHINE, tables)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_paper_holds_the_kept_figures(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    assert FIGURES.filled(text, PAPERS[paper](kept())) == text, "run: python -m tests.benchmarks.reports.readme"


def test_a_part_takes_the_place_of_its_own_former_figures_only(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    before = kept(file)
    keep(file, "throughput", part(SPEED))
    keep(file, "standing", part(IDLE, date="2026-11-20"))
    keep(file, "standing", part(IDLE))
    assert (before, kept(file)) == ({}, {"throughput": part(SPEED), "standing": part(IDLE)})


def test_the_readme_shows_goals_and_what_was_not_reached() -> None:
    parts = {"standing": part(IDLE, date="2026-11-20"), "throughput": part(SPEED, EACH)}
    assert goals(parts) == (
        "| what | measured | goal | reached |\n"
        "|---|---|---|---|\n"
        "| **Speed** | | | |\n"
        "| Lots / echo | 2.50 × | ≥ 2.8 × | **no** |\n"
        "| **Standing by** | | | |\n"
        "| CPU when idle | 0.25 % | ≤ 0.5 % | yes |\n"
        "\n"
        "throughput: 2026-11-22, commit abc1234, whole run on 2 cores, Python 3.11.7, SQLite 3.51.3; "
        "standing: 2026-11-20, commit abc1234, whole run on 2 cores, Python 3.11.7, SQLite 3.51.3.\n"
    )


def test_the_paper_of_the_benchmarks_shows_everything() -> None:
    assert everything({"throughput": part(SPEED, EACH)}) == (
        "## throughput\n"
        "\n"
        "2026-11-22, commit abc1234, whole run on 2 cores, Python 3.11.7, SQLite 3.51.3, 61 s.\n"
        "\n"
        "### Speed\n"
        "\n"
        "Medians.\n"
        "\n"
        "| what | measured | goal | reached |\n"
        "|---|---|---|---|\n"
        "| Lots / echo | 2.50 × | ≥ 2.8 × | **no** |\n"
        "| echo | 300.00 /s |  |  |\n"
        "| CPU | 1.00 ms | ≤ 2 ms | yes |\n"
        "\n"
        "### Each\n"
        "\n"
        "| what | measured | goal | reached |\n"
        "|---|---|---|---|\n"
        "| a query | 1.00 ms | ≤ 5 ms | yes |\n"
    )


def test_without_figures_the_papers_say_so() -> None:
    assert (goals({}), everything({})) == (NOTHING, NOTHING)


def test_a_figure_of_another_build_stands_beside_and_what_never_ended_is_said() -> None:
    row = beside(at_most("wait", float("inf"), 3, "×"), "22c4ad1", "2.00 ×")
    assert (row.figure, row.reached) == ("never (22c4ad1: 2.00 ×)", False)
