"""Any number of options, all, or none."""

import pytest

from tests.knowledge.answers.fields import code, reading, value

ALL = ["rules", "plan", "budget", "accounts", "annual-report", "audit"]


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("1, 3", ["rules", "budget"]),
        ("1 3", ["rules", "budget"]),
        ("stadgar och budget", ["rules", "budget"]),
        ("alla", ALL),
        ("inga", []),
    ],
)
def test_ticks(text: str, chosen: list[str]) -> None:
    assert value("GU18", text) == chosen


def test_an_unknown_tick_is_named_with_the_list() -> None:
    assert reading("GU18", "flygplan").values["part"] == "flygplan"  # type: ignore[union-attr]
    assert code("GU18", "budget, flygplan") == "ticks.unknown"
    assert code("GU18", "7") == "ticks.unknown"


def test_an_attachment_that_is_denied_is_not_ticked() -> None:
    assert value("GU18", "stadgar och budget, inte bokslut") == ["rules", "budget"]
