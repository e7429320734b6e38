"""A length in months or years."""

import pytest

from tests.knowledge.answers.fields import code, value


@pytest.mark.covers("V15")
@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("24", 24),
        ("24 kk", 24),
        ("2 år", 24),
        ("1,5 vuotta", 18),
        ("60", 60),
        ("12 mån (1 år)", 12),
        ("1 år (12 mån)", 12),
        ("24 månader / 2 år", 24),
        ("1 år 6 mån", 18),
        ("2 år och 6 månader", 30),
        ("24 månader (2027–2028)", 24),
        ("två år", 24),
        ("ett år", 12),
        ("kaksi vuotta", 24),
        ("vuosi", 12),
        ("puolitoista vuotta", 18),
        ("ett och ett halvt år", 18),
        ("tjugofyra månader", 24),
    ],
)
def test_months(text: str, months: int) -> None:
    assert value("months", text) == months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("61", "range"),
        ("0", "range"),
        ("ett till två år", "unreadable"),
        ("-3", "unreadable"),
        ("12-24", "unreadable"),
        ("1 år (6 mån)", "unreadable"),
        ("12 månader (2027–2028)", "unreadable"),
        ("8 veckor", "unreadable"),
        ("30 päivää", "unreadable"),
    ],
)
def test_what_is_no_length(text: str, expected: str) -> None:
    assert code("months", text) == f"months.{expected}"
