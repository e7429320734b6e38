"""A text within its limits."""

import pytest

from tests.knowledge.answers.fields import code


@pytest.mark.parametrize(
    ("text", "expected"), [("ab", "text.short"), ("x" * 81, "text.long"), (" \n ", "text.empty"), ("abc", "")]
)
def test_limits_are_enforced(text: str, expected: str) -> None:
    assert code("FP01", text) == expected
