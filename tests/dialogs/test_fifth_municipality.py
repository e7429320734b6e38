"""A municipality that Lots has never seen: a folder of YAML, no code, and no needs that were learned for it.

Its topics have other names than any that Lots knows, and so have its fields: the pack says what they mean.
"""

import re
import shutil
from pathlib import Path

import pytest

from dialogs.conversation.world import World
from knowledge.municipality.load import SHIPPED, load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand
from tests.stages.in_memory import Stage, at

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
    """A pack whose id, topics and fields nobody has heard of."""
    folder = Path(shutil.copytree(SHIPPED / "ostersund", tmp_path / "lund"))
    for file in folder.glob("*.yaml"):
        words = file.read_text(encoding="utf-8").replace("id: ostersund", "id: lund").replace("Östersund", "Lund")
        for old, new in RENAMED.items():
            words = (
                words.replace(f"{old}:", f"{new}:").replace(f"id: {old}", f"id: {new}").replace(f"{old},", f"{new},")
            )
            words = words.replace(f"{old}]", f"{new}]")
        words = re.sub(r"\bFP(?=[0-9])", "IDE", re.sub(r"\bGU(?=[0-9])", "WHO", words))
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
    found = {text: [item.id for item in understand(text, lund, load_lexicon(), idea=True).topics] for text in needs}
    assert {text: wanted for text, wanted in needs.items() if wanted not in found[text]} == {}


def test_the_conversation_reaches_its_door(lund: Pack) -> None:
    stage = Stage(World({"lund": lund}, load_lexicon()), at("2026-11-22T08:00"), staff={"lund": -7})
    stage.say(101, 101, "vi vill ordna språkcafé för nyanlända familjer som inte känner någon här")
    stage.say(101, 101, "1")
    assert "I Lund sköts detta av" in stage.chats[101][-1].text


NEED = "vi vill ordna språkcafé för nyanlända familjer som inte känner någon här"


def test_its_fields_tell_what_they_mean_whatever_they_are_called(lund: Pack) -> None:
    stage = Stage(World({"lund": lund}, load_lexicon()), at("2026-11-22T08:00"), staff={"lund": -7})
    for text in (NEED, "1", "Skicka idén till kontaktpersonen", "Svara på frågorna", "Språkcaféet"):
        stage.say(101, 101, text)
    [draft] = stage.proposals.values()
    assert {name: answer.value for name, answer in draft.answers.items()} == {
        "IDE01": "Språkcaféet",
        "IDE02": NEED,
        "IDE04": ["newcomers"],
    }
    while stage.sessions[101, 101].asking != "WHO01":
        stage.say(101, 101, "Hoppa över")
    stage.say(101, 101, "Lunds Exempelförening")
    while stage.sessions[101, 101].place == "proposal.ask":
        stage.say(101, 101, "Hoppa över")
    stage.say(101, 101, "Skicka till kommunen")
    [case] = stage.cases.values()
    assert (case.title, case.who, case.need.text, case.need.topics) == (
        "Språkcaféet",
        "Lunds Exempelförening",
        NEED,
        ("newcomers",),
    )
