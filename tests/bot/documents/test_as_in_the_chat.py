"""`lots documents` makes the very files that the chat sends, from what was typed in a whole conversation."""

from pathlib import Path

import pytest
import yaml

from bot.documents.from_file import documents_from_file
from bot.documents.render import render_all
from dialogs.conversation.world import World
from dialogs.records.proposal import Answer
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.journeys.on_step import OFFICE, OnStep
from tests.journeys.transcript import play
from tests.stages.in_memory import Stage, at

pytestmark = pytest.mark.slow

JOURNEY = Path(__file__).parents[2] / "journeys" / "transcripts" / "main.sv.txt"


def typed(answer: Answer) -> str | None:
    return {"given": answer.said, "unclear": answer.said, "unknown": "vet inte än"}.get(answer.state)


@pytest.mark.covers("V9", "V10")
def test_a_file_of_what_was_typed_gives_the_same_bytes_as_the_chat(tmp_path: Path) -> None:
    packs = load_packs(["vasa"])
    stage = Stage(World(packs, load_lexicon()), at("2023-09-01T06:00"), offices={"vasa": {"welfare": OFFICE}})
    play(JOURNEY, OnStep(stage, "sv", {}))
    [proposal] = [each for each in stage.proposals.values() if each.documents_at]
    answers = tmp_path / "answers.yaml"
    said = {name: typed(answer) for name, answer in proposal.answers.items()}
    answers.write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")

    made = documents_from_file(answers, packs["vasa"], "sv", tmp_path / "out", now=proposal.documents_at)

    assert len(made.files) == 5
    sent = dict(render_all(proposal, packs["vasa"], "sv"))
    assert {file.name: file.read_bytes() == sent.get(file.name) for file in made.files} == dict.fromkeys(sent, True)
