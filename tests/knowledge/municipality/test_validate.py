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


STATUSES = "'current', 'open', 'closed', 'historic' or 'unverified'"

MISTAKES = [
    ("currency: EUR", "currency: EUR\ncolour: red", "colour: red", "unknown key `colour`"),
    ("currency: EUR\n", "", "id: tiny", "`currency` is missing"),
    ("zone: Europe/Helsinki\n", "", "id: tiny", "`zone` is missing"),
    (
        "Europe/Helsinki",
        "Europe/Vasa",
        "zone: Europe/Vasa",
        "`zone`: `Europe/Vasa` is not a time zone (write Europe/Stockholm)",
    ),
    (
        "read: 2026-11-22\nverify_by",
        "read: soon\nverify_by",
        "read: soon",
        "`read`: `soon` is not a date (write 2027-05-22)",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: in September",
        "deadline:",
        "`rounds.0.deadline`: `in September` is not a date and a time (write 2027-09-15T15:45)",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: 2023-09-15",
        "deadline:",
        "`rounds.0.deadline`: `2023-09-15` has no time of day (write 2027-09-15T15:45)",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: 2023-09-15T15:45+02:00",
        "deadline:",
        "`rounds.0.deadline`: `2023-09-15T15:45+02:00` names a zone of its own; write the wall time of the pack's zone",
    ),
    (
        "status: historic",
        "status: over",
        "status: over",
        f"`rounds.0.status`: `over` is not one of {STATUSES}",
    ),
    ("country: FI", "country: FI\ncountry: SE", "country: SE", "`country` stands twice"),
]


@pytest.mark.parametrize(("old", "new", "where", "message"), MISTAKES, ids=[item[3] for item in MISTAKES])
def test_a_mistake_in_the_pack_is_named_with_its_line(old: str, new: str, where: str, message: str) -> None:
    text = changed(old, new)
    judged = judge(pages(text))
    mistakes = [problem for problem in judged.problems if not problem.warning]
    assert mistakes == [Problem("pack.yaml", line_of(text, where), message)]
    assert judged.pack is None


def test_an_unknown_kind_of_field_is_refused_with_the_kinds_there_are() -> None:
    text = changed("kind: text, means: title", "kind: poem, means: title")
    (problem,) = judge(pages(text)).problems
    assert (problem.file, problem.line) == ("pack.yaml", line_of(text, "FP01"))
    assert problem.message.startswith("`fields.0.kind`: `poem` is not one of 'text', 'name', 'texts'")


def test_a_language_without_a_file_is_named() -> None:
    assert judge(pages(fi=None)).problems == (Problem("pack.yaml", 1, "there is no wording.fi.yaml"),)


def test_broken_yaml_is_a_problem_with_its_line() -> None:
    judged = judge(pages("id: tiny\nzone: [Europe\ncountry: FI\n"))
    assert [(item.file, item.line, item.message[:9]) for item in judged.problems] == [("pack.yaml", 3, "not YAML:")]


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "12", "? [a, b]\n: c\n", "\x00"])
def test_a_file_of_another_kind_never_raises(text: str) -> None:
    judged = judge(pages(text))
    assert judged.pack is None
    assert {item.file for item in judged.problems} == {"pack.yaml"}


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
