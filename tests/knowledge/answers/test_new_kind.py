"""A kind of answer that nobody has heard of: one value, and packs may ask it, people answer it, papers print it."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from bot.documents.from_file import documents_from_file
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import KINDS, Kind, Understood
from knowledge.answers.kind import SetAs
from knowledge.answers.reading.pieces import pieces
from knowledge.answers.result import Reading, Typed
from knowledge.answers.shape import some_lines
from knowledge.answers.shown import Shown
from knowledge.language import Language
from knowledge.municipality.load import SHIPPED, PackError, load_packs
from knowledge.municipality.pack import Pack
from knowledge.papers.paper import PROPOSAL, paper
from knowledge.papers.prose import listed
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

COLOURS = {"röd": "#ff0000", "grön": "#00ff00"}


def read(said: Typed) -> Reading:
    named = [word.casefold() for word in pieces(said.text, ",")]
    if any(word not in COLOURS for word in named):
        return said.unclear("ticks.unknown", part=said.quote, options=", ".join(COLOURS))
    return Understood([COLOURS[word] for word in named])


def show(shown: Shown) -> list[str]:
    names = {code: name for name, code in COLOURS.items()}
    return [names[code].capitalize() for code in shown.value]


COLOUR = Kind(name="colours", read=read, show=show, fits=some_lines, any_words=True, several=True, set_as=SetAs.LIST)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The pack of Vasa, which asks for colours where it asked for partners."""
    folder = Path(shutil.copytree(SHIPPED / "vasa", tmp_path / "vasa"))
    file = folder / "pack.yaml"
    text, count = re.subn("kind: partners, means: partners,", "kind: colours,", file.read_text("utf-8"))
    assert count == 1
    file.write_text(text, "utf-8")
    return folder


@pytest.fixture
def pack(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    """The same, loaded, while the kind is registered."""
    monkeypatch.setitem(cast("dict[str, Kind]", KINDS), COLOUR.name, COLOUR)
    return load_packs([folder])["vasa"]


def stage_of(pack: Pack) -> Stage:
    """A stage where the colours are asked."""
    stage = Stage(World({"vasa": pack}, world().lexicon), at("2023-09-01T06:00"))
    stage.proposals["p1"] = Proposal("p1", 101, "vasa", "2023", "sv")
    stage.sessions[101, 101] = Session(
        101, 101, "sv", "vasa", "proposal.ask", proposal="p1", asking="FP14", greeted=True
    )
    return stage


def kept(stage: Stage) -> tuple[str, Any]:
    answer = stage.proposals["p1"].answers["FP14"]
    return answer.state, answer.value


def test_no_pack_may_ask_it_before_it_is_registered(folder: Path) -> None:
    with pytest.raises(PackError, match="`colours` is not one of 'text'"):
        load_packs([folder])


def test_it_is_asked_answered_added_to_and_shown(pack: Pack) -> None:
    stage = stage_of(pack)
    for text in ("röd", "grön"):
        stage.say(101, 101, text)
    assert kept(stage) == ("given", ["#ff0000", "#00ff00"])
    stage.say(101, 101, "ta bort röd")
    assert kept(stage) == ("given", ["#00ff00"])
    stage.say(101, 101, "vet inte")
    assert kept(stage) == ("given", ["#00ff00"])


def test_what_it_does_not_understand_is_said_and_kept_as_typed(pack: Pack) -> None:
    stage = stage_of(pack)
    stage.say(101, 101, "blå")
    assert kept(stage) == ("unclear", None)
    assert "röd, grön" in stage.chats[101][-1].text


def test_it_stands_on_the_paper_as_it_wants(pack: Pack) -> None:
    answers = {"FP14": Answer("given", "röd, grön", ["#ff0000", "#00ff00"])}
    [section] = paper(pack, answers, Language.SV, PROPOSAL, None).sections
    assert section.blocks == listed(["Röd", "Grön"])


def test_it_is_read_from_a_file_of_answers(pack: Pack, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("FP14: röd, grön\n", "utf-8")
    made = documents_from_file(file, pack, "sv", tmp_path / "out", now=datetime(2026, 11, 22, tzinfo=UTC))
    assert (made.problems, len(made.files)) == ((), 5)
