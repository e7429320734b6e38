"""Sums by year, and one that holds for every year."""

import pytest

from knowledge.language import Language
from tests.knowledge.answers.fields import code, reading, value, vaxjo

SUMS = {
    "12 500 €": 12500, "12\u00a0500\u00a0€": 12500, "12.500,00": 12500, "12,500.00": 12500, "12500e": 12500,
    "12 500,50 euroa": 12500.5, "€12,500": 12500, "12 t€": 12000, "12k": 12000, "12 tusen": 12000,
    "ca 12 500 € per år": 12500, "noin 12 500 euroa vuodessa": 12500, "12500": 12500, "1,2 milj €": 1200000,
    "12 000 / år": 12000, "EUR 12 500": 12500, "0": 0,
}  # fmt: skip


@pytest.mark.covers("V15")
@pytest.mark.parametrize(("text", "amount"), SUMS.items())
def test_a_sum_is_read_as_it_is_commonly_written(text: str, amount: float) -> None:
    assert value("yearly", text) == [{"year": None, "sum": amount}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tolvtusen + lite till", "money.unreadable"),
        ("12 000 - 15 000", "money.unreadable"),
        ("12 50", "money.unreadable"),
        ("2027", "money.unreadable"),
        ("-500", "money.negative"),
        ("99999999", "money.large"),
        ("12 500 kr", "money.currency"),
        ("12 500:-", "money.currency"),
        ("2027: 5, 2027: 6", "yearly.unreadable"),
    ],
)
def test_what_is_no_clear_sum_is_not_guessed_at(text: str, expected: str) -> None:
    assert code("yearly", text) == expected


def test_the_reason_quotes_what_was_typed_and_shows_an_example_in_the_language() -> None:
    assert reading("yearly", "tolvtusen + lite till", Language.EN).values == {  # type: ignore[union-attr]
        "said": "tolvtusen + lite till",
        "example": "€12,500",
    }
    assert reading("yearly", "tolv sorter", pack=vaxjo()).values["example"] == "12\u00a0500\u00a0kr"  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["12 500 kr", "12,5 tkr", "12 500:-", "12 500 SEK", "12 500 kronor"])
def test_crowns_are_read_where_crowns_are_used(text: str) -> None:
    assert value("yearly", text, pack=vaxjo()) == [{"year": None, "sum": 12500}]


@pytest.mark.covers("V15")
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("2027: 12 000 €", [(2027, 12000)]),
        ("2027: 12 000 €, 2028: 13 000 €", [(2027, 12000), (2028, 13000)]),
        ("2027 12000\n2028 12000", [(2027, 12000), (2028, 12000)]),
        ("2027–2028: 12 000 € per år", [(2027, 12000), (2028, 12000)]),
        ("år 2027 12 000 €", [(2027, 12000)]),
    ],
)
def test_sums_by_year(text: str, rows: list[tuple[int, int]]) -> None:
    assert value("yearly", text) == [{"year": year, "sum": amount} for year, amount in rows]


def test_a_sum_for_years_together_is_asked_about() -> None:
    assert code("FP12", "2027–2028: 24 000") == "yearly.span"
    assert code("FP12", "24 000 € för 2 år") == "money.unreadable"
