"""Every transcript, in memory: what is said and kept without Telegram and a database."""

from pathlib import Path

import pytest

from dialogs.conversation.world import World
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.journeys.on_step import OFFICE, OnStep
from tests.journeys.transcript import play
from tests.stages.in_memory import Stage, at

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.fixture(scope="session")
def world() -> World:
    return World(load_packs(["vasa"]), load_lexicon())


@pytest.mark.covers("V4", "V5", "V7", "V8", "V10", "V12", "V15", "V16", "V17", "V18")
@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, world: World) -> None:
    stage = Stage(world, at("2023-09-01T06:00"), offices={"vasa": {"welfare": OFFICE}})
    play(path, OnStep(stage, path.name.split(".")[1]))
