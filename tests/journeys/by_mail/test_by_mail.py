"""Letters that Lots sends itself, as conversations: what is shown before the press, and what is told after it."""

from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.conversation.world import World
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.journeys.on_step import OnStep
from tests.journeys.transcript import play
from tests.stages.in_memory import Stage, at

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))
CONTACT = "Registratorn, tfn 06 123, registrator@stad.example"


@pytest.fixture(scope="module")
def world() -> World:
    [pack] = load_packs(["vasa"]).values()
    roles = pack.roles | {pack.registrar: replace(pack.roles[pack.registrar], contact=CONTACT)}
    return World(
        {"vasa": replace(pack, roles=roles)}, load_lexicon(), mail_from="lots@example.org", mail_host="mail.example.org"
    )


@pytest.mark.covers("V8", "V17")
@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, world: World) -> None:
    play(path, OnStep(Stage(world, at("2023-09-01T06:00")), path.name.split(".")[1]))
