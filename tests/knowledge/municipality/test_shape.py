"""What a pack's files may hold: known keys, and at each a value of its kind."""

import pytest

from knowledge.municipality.validate import judge
from knowledge.municipality.yaml_lines import Problem
from tests.knowledge.municipality.tiny_pack import changed, line_of, pages

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
    (
        "currency: EUR",
        "currency: EUR\nowner_quiet_days: 1",
        "owner_quiet_days",
        "`owner_quiet_days`: input should be greater than or equal to 2",
    ),
    (
        "currency: EUR",
        "currency: EUR\nowner_quiet_days: a week",
        "owner_quiet_days",
        "`owner_quiet_days`: input should be a valid integer, unable to parse string as an integer",
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


def test_the_quiet_days_of_an_owner_are_five_working_days_unless_a_pack_says_otherwise() -> None:
    said = judge(pages(changed("currency: EUR", "currency: EUR\nowner_quiet_days: 3"))).pack
    silent = judge(pages()).pack
    assert (said and said.owner_quiet_days, silent and silent.owner_quiet_days) == (3, 5)
