"""`lots check` sees every problem of a folder, and the warnings that loading leaves out."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge.check import misunderstood, problems, unlearned
from knowledge.municipality.load import SHIPPED, load_packs, shipped_folders
from knowledge.municipality.yaml_lines import Problem
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand
from tests.knowledge.packs.everyday import everyday_needs

IDS = [folder.name for folder in shipped_folders()]


@pytest.mark.parametrize("pack", IDS)
def test_the_shipped_packs_are_in_order(pack: str) -> None:
    assert problems(pack, date(2026, 11, 22)) == []


@pytest.mark.parametrize("pack", IDS)
def test_a_shipped_pack_that_nobody_confirmed_warns_and_still_loads(pack: str) -> None:
    found = problems(SHIPPED / pack, date(2030, 1, 1))
    assert [(item.file, item.warning) for item in found] == [(str(SHIPPED / pack / "pack.yaml"), True)]
    assert list(load_packs([pack])) == [pack]


def test_without_a_day_nothing_is_too_old() -> None:
    assert [problems(pack) for pack in IDS] == [[]] * len(IDS)


def test_problems_are_sorted_by_file_and_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / "vaxjo", tmp_path / "own"))
    (folder / "wording.sv.yaml").unlink()
    (folder / "examples.yaml").write_text("- {text: A, lang: sv, topics: [peace], offices: []}\n", encoding="utf-8")
    assert problems(folder) == [
        Problem(str(folder / "examples.yaml"), 1, "no topic `peace` in this pack"),
        Problem(str(folder / "pack.yaml"), 1, "there is no wording.sv.yaml"),
    ]


def test_an_empty_folder_has_one_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == [Problem(str(tmp_path / "pack.yaml"), 1, "there is no such file")]


@pytest.mark.parametrize("pack", IDS)
def test_the_everyday_needs_are_in_three_languages_and_all_different(pack: str) -> None:
    needs = everyday_needs(pack)
    assert {need.lang.value for need in needs} == {"sv", "fi", "en"}
    assert len({need.text for need in needs}) == len(needs)


def test_a_need_that_the_matcher_misses_is_a_warning_with_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / "vasa", tmp_path / "own"))
    needs = "- {text: de sitter ensamma hemma och har ingen att prata med, lang: sv, topics: [%s], offices: []}\n"
    (folder / "examples.yaml").write_text(
        needs % "exclusion/loneliness" + (needs % "attitudes/digital-harms").replace("de sitter", "alla sitter"),
        encoding="utf-8",
    )
    lexicon = load_lexicon()
    assert misunderstood(folder, lambda text, pack: understand(text, pack, lexicon)) == [
        Problem(
            str(folder / "examples.yaml"),
            2,
            "this need is not understood as `attitudes/digital-harms`, "
            "but as `exclusion/loneliness`: add a need like it",
            warning=True,
        )
    ]


def test_why_a_need_has_no_topic_is_said_in_its_warning(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / "ostersund", tmp_path / "own"))
    need = "- {text: kesätöitä 16-vuotiaille, lang: fi, topics: [youth-employment], offices: []}\n"
    (folder / "examples.yaml").write_text(need, encoding="utf-8")
    lexicon = load_lexicon()
    [found] = misunderstood(folder, lambda text, pack: understand(text, pack, lexicon))
    assert found.message == (
        "this need is not understood as `youth-employment`, "
        "as it may be no need, and whoever writes it is asked first: say more in it"
    )


def test_two_topics_with_the_same_words_are_a_warning_with_the_pair(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / "ostersund", tmp_path / "own"))
    wording = folder / "wording.en.yaml"
    topics = load_packs(["ostersund"])["ostersund"].catalogue.topics
    one, two = (topics[name].short["en"] for name in ("mental-health", "integration"))
    wording.write_text(wording.read_text(encoding="utf-8").replace(f"short: {one}", f"short: {two}"), encoding="utf-8")
    found = [item for item in problems(folder) if item.warning]
    assert [(item.file, item.message) for item in found] == [
        (str(wording), f"`integration` and `mental-health` have the same en short `{two.casefold()}`")
    ]


@pytest.mark.parametrize("pack", IDS)
def test_shipped_lexicons_name_what_was_learned(pack: str) -> None:
    assert unlearned(pack, load_lexicon()) == []


def test_a_label_or_concept_of_which_nothing_was_learned_is_a_problem_with_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / "vaxjo", tmp_path / "own"))
    (folder / "lexicon.yaml").write_text(
        'shelter:\n  labels: {"vasa:peace": 1}\n  concepts: {violence_home: 1, boats: 1}\n', encoding="utf-8"
    )
    assert unlearned(folder, load_lexicon()) == [
        Problem(str(folder / "lexicon.yaml"), 2, "nothing was learned of `vasa:peace`"),
        Problem(str(folder / "lexicon.yaml"), 3, "nothing was learned of `boats`"),
    ]
