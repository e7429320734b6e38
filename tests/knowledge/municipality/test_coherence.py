"""What does not fit together in a pack is named with its line, at every place that rests on it."""

from datetime import date

import pytest

from knowledge.language import Language
from knowledge.municipality.validate import judge
from knowledge.municipality.yaml_lines import Problem
from knowledge.needs.other_doors import EVERYWHERE
from tests.knowledge.municipality.tiny_pack import WORDING, changed, line_of, pages

TWICE = """\
stops:
  - {topic: exclusion/loneliness, rule: R4x, form: NAV, fact: V1}
  - {topic: exclusion/loneliness, rule: R4y, form: NAV, fact: V1}
"""

MISTAKES = [
    (
        "verify_by: 2027-05-22",
        "verify_by: 2026-11-22",
        "verify_by",
        "verify_by 2026-11-22 is not after the day it was read, 2026-11-22",
    ),
    (
        "deadline: 2023-09-15T15:45",
        "deadline: 2023-03-26T03:30",
        "deadline:",
        "2023-03-26T03:30 is not one moment in Europe/Helsinki, the clocks change",
    ),
    ("pitch: 2023-09-19", "pitch: 2023-09-14", "pitch:", "round `autumn` has its pitch before its deadline"),
    (
        "status: historic",
        "status: historic\n    opens: 2023-10-01T08:00",
        "opens:",
        "round `autumn` opens after its deadline",
    ),
    ("topics: [exclusion/loneliness]", "topics: [exclusion/fear]", "walk", "no topic `exclusion/fear` in this pack"),
    ("office: welfare", "office: social", "office: social", "no office `social` in this pack"),
    ("successors: [leisure]", "successors: [sports]", "never", "no office `sports` in this pack"),
    (
        "successors: [leisure]",
        "successors: [welfare]",
        "never",
        "rule `never` sends people back to `welfare`",
    ),
    ("offer: {role: navigator", "offer: {role: buyer", "offer: {", "no role `buyer` in this pack"),
    ("navigator: navigator", "navigator: lots", "navigator: lots", "no role `lots` in this pack"),
    ("partnership: NAV", "partnership: IOP", "partnership", "no form `IOP` in this pack"),
    ("{source: page", "{source: book", "V1:", "no source `book` in this pack"),
    ('number: "112"}', 'number: "112"}\n  - {id: emergency, number: "113"}', "113", "`emergency` stands twice"),
    (
        "rounds:",
        TWICE + "rounds:",
        "R4y",
        "`exclusion/loneliness` stands twice",
    ),
    (
        "valid_from: 2016-01-01",
        "valid_from: 2015-12-31",
        "never",
        "rules `once` and `never` overlap for a grant",
    ),
    (
        "valid_until: 2015-12-31",
        "valid_from: 2015-12-31, valid_until: 2015-01-01",
        "once",
        "rule `once` ends before it begins",
    ),
    (
        "proposal: forslagspapper",
        "proposal: Grunduppgifter",
        "sv: {basics",
        "both documents are called `Grunduppgifter`",
    ),
    ("limits: [3, 80]", "limits: [80, 3]", "FP01", "field `FP01` has limits 80 > 3"),
    ("home: scheme}", 'home: ""}', "V1:", "fact `V1` has neither a home nor an issue it waits for"),
    ("home: scheme}", "home: rounds/spring}", "V1:", "no `rounds/spring` in this pack"),
]


@pytest.mark.parametrize(("old", "new", "where", "message"), MISTAKES, ids=[item[3] for item in MISTAKES])
def test_what_does_not_fit_is_named_with_its_line(old: str, new: str, where: str, message: str) -> None:
    text = changed(old, new)
    judged = judge(pages(text))
    mistakes = [problem for problem in judged.problems if not problem.warning]
    assert mistakes == [Problem("pack.yaml", line_of(text, where), message)]
    assert judged.pack is None


def test_a_fact_that_is_not_there_is_named_at_every_place_that_rests_on_it() -> None:
    text = changed("facts:\n  V1:", "facts:\n  V2:")
    found = {problem.line for problem in judge(pages(text)).problems if problem.message.startswith("no fact")}
    lines = text.splitlines()
    later = {number for number, line in enumerate(lines, start=1) if "V1" in line}
    assert found == later


def test_ticks_need_something_to_tick() -> None:
    text = changed("options: [yes, no], ", "")
    words = WORDING.replace("    options: {yes: Yes, no: No}\n", "")
    assert judge(pages(text, sv=words, fi=words, en=words)).problems == (
        Problem("pack.yaml", line_of(text, "FP15"), "field `FP15` is ticks without options"),
    )


TAKES_FILES = (
    "kind: file, section: proposal, need: O, asked: true, facts: [], limits: [0, 3], "
    "files: {types: [pdf], megabytes: 3}"
)
WRONG_FILES = [
    ("limits: [0, 3]", "limits: [0, 0]", "field `GU19` takes 0 to 0 files; write [0, 1] to [0, 10]"),
    ("limits: [0, 3]", "limits: [0, 11]", "field `GU19` takes 0 to 11 files; write [0, 1] to [0, 10]"),
    ("section: proposal", "section: agreement", "field `GU19` takes files, which only proposal and basics can"),
    ("[pdf]", "[pdf, pdf]", "field `GU19` names a type of files twice"),
    ("megabytes: 3", "megabytes: 20", "all files may come to 60 MB; at most 40 can be sent on"),
    (", files: {types: [pdf], megabytes: 3}", "", "field `GU19` is file without `files: {types: [pdf], megabytes: 5}`"),
    ("kind: file", "kind: text", "field `GU19` is text, which takes no files"),
    ("megabytes: 3", "megabytes: 21", "`fields.0.files.megabytes`: input should be less than or equal to 20"),
    ("[pdf]", "[]", "`fields.0.files.types`: tuple should have at least 1 item after validation, not 0"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG_FILES, ids=[message for _, _, message in WRONG_FILES])
def test_a_question_for_files_says_which_and_no_more_than_can_be_sent_on(old: str, new: str, message: str) -> None:
    assert old in TAKES_FILES
    text = changed("fields:\n", f"fields:\n  - {{id: GU19, {TAKES_FILES.replace(old, new)}}}\n")
    words = WORDING.replace("fields:\n", "fields:\n  GU19: {label: A, question: B, why: C, help: D, example: a.pdf}\n")
    judged = judge(pages(text, **dict.fromkeys(Language, words)))
    assert [problem for problem in judged.problems if not problem.warning] == [
        Problem("pack.yaml", line_of(text, "GU19"), message)
    ]


@pytest.mark.parametrize(
    ("deadline", "messages"),
    [
        ("2027-03-29T15:45", ["round `autumn` ends on a holiday, 2027-03-29: offices are closed"]),
        ("2027-06-25T12:00", ["round `autumn` ends on a holiday, 2027-06-25: offices are closed"]),
        ("2027-09-15T23:59", ["round `autumn` ends at 23.59, when nobody is reminded"]),
        ("2027-09-15T08:59", ["round `autumn` ends at 08.59, when nobody is reminded"]),
        ("2027-09-15T20:00", []),
        ("2027-09-15T09:00", []),
    ],
)
def test_a_deadline_that_nobody_can_be_reminded_of_on_its_day_warns(deadline: str, messages: list[str]) -> None:
    text = changed("deadline: 2023-09-15T15:45\n    pitch: 2023-09-19T16:30", f"deadline: {deadline}")
    judged = judge(pages(text))
    assert judged.problems == tuple(Problem("pack.yaml", 36, message, warning=True) for message in messages)
    assert judged.pack is not None


def test_a_door_that_nobody_is_known_to_be_sent_to_warns() -> None:
    text = changed("other_doors:\n  offer:", "other_doors:\n  ofer:")
    judged = judge(pages(text, **dict.fromkeys(Language, WORDING.replace("{offer:", "{ofer:"))))
    message = f"`ofer` is none of the doors that are recognised: {', '.join(EVERYWHERE)}"
    assert judged.problems == (Problem("pack.yaml", line_of(text, "ofer"), message, warning=True),)
    assert judged.pack is not None


def test_a_past_verify_by_warns_and_leaves_the_pack_usable() -> None:
    late = judge(pages(), date(2027, 5, 23))
    message = "not confirmed since 2026-11-22: verify_by 2027-05-22 has passed"
    assert late.problems == (Problem("pack.yaml", 6, message, warning=True),)
    assert late.pack is not None
    assert str(late.problems[0]) == f"pack.yaml:6: warning: {message}"


def test_the_day_of_verify_by_itself_is_in_time() -> None:
    assert judge(pages(), date(2027, 5, 22)).problems == ()


TITLE = "kind: text, means: title"

WRONG_MEANINGS = [
    ("means: title", "means: poem", "FP01", "`fields.0.means`: `poem` is not one of 'title', 'need', 'plan'"),
    ("means: need", "means: title", "FP02", "fields `FP01` and `FP02` both mean `title`"),
    (TITLE, "kind: costs, means: title", "FP01", "field `FP01` means `title`, which is read from `text`, not `costs`"),
    ("means: association-name, ", "", "fields:", "no field means `association-name`"),
    (TITLE, "kind: measures", "FP01", "field `FP01` has an item for each goal, but no field means `goals`"),
]


@pytest.mark.parametrize(("old", "new", "where", "message"), WRONG_MEANINGS, ids=[item[3] for item in WRONG_MEANINGS])
def test_a_wrong_meaning_of_a_field_is_named_with_its_line(old: str, new: str, where: str, message: str) -> None:
    text = changed(old, new)
    judged = judge(pages(text))
    named = {(problem.file, problem.line) for problem in judged.problems if problem.message.startswith(message)}
    assert named == {("pack.yaml", line_of(text, where))}
    assert judged.pack is None
