"""What `lots evaluate` says to whoever writes a pack, without a corpus: whole sentences, and what to do."""

import shutil
from pathlib import Path

import pytest

from tests.bot.commands.command_line import lots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")

TOWN = Path(__file__).parents[2] / "knowledge" / "needs" / "towns" / "merilahti"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return the pack of a town without its examples."""
    shutil.copytree(TOWN, tmp_path / "merilahti", ignore=shutil.ignore_patterns("examples.yaml", "needs.jsonl"))
    return tmp_path / "merilahti"


def test_a_pack_with_examples_is_told_how_well_its_topics_are_told_apart() -> None:
    lines = lots("evaluate", "--pack", str(TOWN)).stdout.splitlines()
    assert lines[0] == "12 topics, 72 example needs."
    assert lines[1].startswith("Each example was tried as if it were not there: the right topic comes first for 6")
    assert "  two-languages and newcomers: their descriptions say nearly the same" in lines
    assert any(line.startswith("So many examples have their topic first") and "% with 4." in line for line in lines)


def test_a_pack_without_examples_is_told_to_write_some(bare: Path) -> None:
    lines = lots("evaluate", "--pack", str(bare)).stdout.splitlines()
    assert lines[0] == "12 topics, 0 example needs."
    assert lines[-1].startswith("Write 6 example needs a topic into examples.yaml")


def test_topics_without_a_description_are_named(bare: Path) -> None:
    for page in bare.glob("wording.*.yaml"):
        words = page.read_text(encoding="utf-8").splitlines(keepends=True)
        page.write_text("".join(line for line in words if "description:" not in line), encoding="utf-8")
    told = lots("evaluate", "--pack", str(bare)).stdout
    assert "Without a description: families, hobbies, youth, moving-seniors" in told


def test_topics_with_few_examples_are_named() -> None:
    assert "Fewer than 6 examples have: eu-migrants" in lots("evaluate", "--pack", "goteborg").stdout


def test_examples_of_topics_that_needs_were_labelled_with_are_only_tried() -> None:
    lines = lots("evaluate", "--pack", "ostersund").stdout.splitlines()
    assert lines[0].startswith("Needs of others were labelled with the topics of ostersund")
    assert lines[1].startswith("Of 54 examples the right topic comes first for ")


def test_a_corpus_of_a_new_town_is_labelled_under_its_id() -> None:
    lines = lots("evaluate", "--pack", str(TOWN), str(TOWN / "needs.jsonl")).stdout.splitlines()
    assert lines[1].split()[:3] == ["merilahti", "all", "90"]
