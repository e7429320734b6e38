"""Every transcript, in memory: what is said and kept without Telegram and a database."""

from pathlib import Path

import pytest

from dialogs.conversation.world import World
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.journeys.on_step import OFFICE, OTHER_OFFICE, OnStep
from tests.journeys.transcript import play
from tests.stages.in_memory import Stage, at

FOLDER = Path(__file__).parent / "transcripts"
DAY = FOLDER / "day.sv.txt"
TRANSCRIPTS = sorted(path for path in FOLDER.glob("*.txt") if path != DAY)
CODES = {
    **dict.fromkeys(("M2", "M5", "M8", "M10", "M12", "U2"), "fi"),
    **dict.fromkeys(("M3", "M9"), "en"),
}
"""The languages of the phones of those who have a number."""


@pytest.fixture(scope="session")
def world() -> World:
    return World(load_packs(["vasa"]), load_lexicon())


@pytest.mark.covers("V4", "V5", "V7", "V8", "V10", "V12", "V15", "V16", "V17", "V18")
@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, world: World) -> None:
    played(path, world, {"welfare": OFFICE})


@pytest.mark.covers("V4", "V19")
def test_a_day_at_the_desk_with_twelve_cases_three_navigators_and_two_offices(world: World) -> None:
    played(DAY, world, {"welfare": OFFICE, "culture-leisure": OTHER_OFFICE})


def played(path: Path, world: World, offices: dict[str, int]) -> None:
    """Play a transcript in Vasa, where offices have chats of their own."""
    stage = Stage(world, at("2023-09-01T06:00"), offices={"vasa": offices})
    play(path, OnStep(stage, path.name.split(".")[1], CODES))
