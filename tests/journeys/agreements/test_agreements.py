"""Stage 2 in Sweden as conversations: in the words of each municipality, and open where its page is silent."""

from pathlib import Path

import pytest

from dialogs.conversation.world import World
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.journeys.on_step import OnStep
from tests.journeys.transcript import play
from tests.stages.in_memory import STAFF, Stage, at

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.covers("G4", "G12", "O8", "X2", "S3")
@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path) -> None:
    municipality, language = path.name.split(".")[:2]
    world = World(load_packs([municipality]), load_lexicon())
    play(path, OnStep(Stage(world, at("2026-12-01T08:00"), staff={municipality: STAFF}), language))
