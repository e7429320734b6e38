"""A municipality that Lots has never seen: a folder of YAML, no code, and no needs that were learned for it."""

import shutil
from pathlib import Path

import pytest

from dialogs.conversation.world import World
from knowledge.municipality.load import SHIPPED, load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand
from tests.journeys.stage import StepStage, at

RENAMED = {
    "mental-health": "mind",
    "integration": "newcomers",
    "rural-activities": "villages",
    "labour-market": "work",
    "youth-employment": "young-work",
    "violence-against-women": "safe-home",
}


@pytest.fixture
def lund(tmp_path: Path) -> Pack:
    """A pack whose id and topics nobody has heard of."""
    folder = Path(shutil.copytree(SHIPPED / "ostersund", tmp_path / "lund"))
    for file in folder.glob("*.yaml"):
        words = file.read_text(encoding="utf-8").replace("id: ostersund", "id: lund").replace("Östersund", "Lund")
        for old, new in RENAMED.items():
            words = (
                words.replace(f"{old}:", f"{new}:").replace(f"id: {old}", f"id: {new}").replace(f"{old},", f"{new},")
            )
            words = words.replace(f"{old}]", f"{new}]")
        file.write_text(words, encoding="utf-8")
    return load_packs([folder])["lund"]


def test_its_topics_are_its_own(lund: Pack) -> None:
    assert set(lund.catalogue.topics) == set(RENAMED.values())


def test_needs_are_understood_from_the_names_of_its_topics(lund: Pack) -> None:
    needs = {
        "vi vill ordna språkcafé för nyanlända": "newcomers",
        "kylällä ei tapahdu mitään, kylätalo on tyhjillään": "villages",
        "young people here have no jobs and need help to write a cv": "young-work",
    }
    found = {text: [item.id for item in understand(text, lund, load_lexicon()).topics] for text in needs}
    assert {text: wanted for text, wanted in needs.items() if wanted not in found[text]} == {}


def test_the_conversation_reaches_its_door(lund: Pack) -> None:
    stage = StepStage(World({"lund": lund}, load_lexicon()), at("2026-11-22T08:00"), staff={"lund": -7})
    stage.say(101, 101, "vi vill ordna språkcafé för nyanlända familjer som inte känner någon här")
    stage.say(101, 101, "1")
    assert "I Lund sköts detta av" in stage.chats[101][-1].text
