"""Every mistake that a pack's files can hold is named with its file and line, all of them at once."""

import json
from datetime import date
from pathlib import Path

import pytest

from knowledge.municipality.load import SHIPPED
from knowledge.municipality.validate import editor_schemas, judge
from knowledge.municipality.yaml_lines import Problem
from tests.knowledge.municipality.tiny_pack import LEXICON, WORDING, changed, line_of, pages


def test_a_pack_without_mistakes_becomes_a_pack() -> None:
    judged = judge(pages(), date(2026, 12, 1))
    assert (judged.problems, judged.pack is not None, [need.text for need in judged.needs]) == (
        (),
        True,
        ["Many eat alone."],
    )


def test_a_language_without_a_file_is_named() -> None:
    assert judge(pages(fi=None)).problems == (Problem("pack.yaml", 1, "there is no wording.fi.yaml"),)


def test_all_problems_come_at_once_and_in_order() -> None:
    text = changed("limits: [3, 80]", "limits: [80, 3]").replace("office: welfare", "office: social")
    words = WORDING.replace("rules: {once: Once., never: Never.}", "rules: {}")
    assert [str(problem) for problem in judge(pages(text, sv=words)).problems] == [
        f"pack.yaml:{line_of(text, 'office: social')}: no office `social` in this pack",
        f"pack.yaml:{line_of(text, 'FP01')}: field `FP01` has limits 80 > 3",
        "wording.sv.yaml:11: no sv wording for rules `never`",
        "wording.sv.yaml:11: no sv wording for rules `once`",
    ]


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        (LEXICON.replace("exclusion/loneliness: {", "lonely-people: {"), "no topic `lonely-people` in this pack"),
        (LEXICON.replace("0.3", "0"), "`exclusion/loneliness.concepts.lonely`: input should be greater than 0"),
        (LEXICON.replace("labels", "lanes"), "unknown key `exclusion/loneliness.lanes`"),
        ("[]", "``: input should be a valid dictionary"),
    ],
)
def test_a_mistake_in_a_lexicon_is_told_with_its_line(written: str, wrong: str) -> None:
    judged = judge(pages(lexicon=written))
    assert (judged.pack, judged.problems) == (None, (Problem("lexicon.yaml", 1, wrong),))


@pytest.mark.parametrize("name", sorted(editor_schemas()))
def test_the_schema_for_editors_is_the_one_that_judges(name: str) -> None:
    published = json.loads((Path(SHIPPED) / name).read_text(encoding="utf-8"))
    assert published == editor_schemas()[name]
