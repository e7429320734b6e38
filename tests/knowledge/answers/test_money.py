"""Sums as people write them, in rows and by year, and sums that must not be guessed at."""

import pytest

from knowledge.language import Language
from tests.knowledge.answers.fields import code, reading, remarks, value, vaxjo

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
    assert reading("yearly", "tolv", pack=vaxjo()).values["example"] == "12\u00a0500\u00a0kr"  # type: ignore[union-attr]


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


@pytest.mark.covers("V12")
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Lön: 12 000\nHyra: 6 000\nMaterial 500,50", [("Lön", 12000), ("Hyra", 6000), ("Material", 500.5)]),
        ("Kahvit 200 e, vuokra 1 500 e; palkat 20 000 e", [("Kahvit", 200), ("vuokra", 1500), ("palkat", 20000)]),
        ("hyra 300 och mat 200", [("hyra", 300), ("mat", 200)]),
        ("- Lön 5 000 €\n- Resor 300 €", [("Lön", 5000), ("Resor", 300)]),
        ("1. Lön 5000\n2. Hyra 200", [("Lön", 5000), ("Hyra", 200)]),
        ("12 000 € lön, 300 € hyra", [("lön", 12000), ("hyra", 300)]),
        ("2 anställda 40 000", [("2 anställda", 40000)]),
        ("50 % lön 12 000 €", [("50 % lön", 12000)]),
        ("Lön, del 1: 12000", [("Lön, del 1", 12000)]),
        ("Hyra 2027: 3 000", [("Hyra 2027", 3000)]),
    ],
)
def test_rows_of_costs(text: str, rows: list[tuple[str, float]]) -> None:
    assert value("costs", text) == [{"what": what, "sum": amount} for what, amount in rows]


def test_a_monthly_sum_is_no_sum_of_a_year_and_is_asked_about() -> None:
    assert reading("costs", "hyra 300 e/mån").values["year"] == "3\u00a0600\u00a0€"  # type: ignore[union-attr]
    assert code("costs", "hyra 300 e/mån") == code("yearly", "1 000 €/kk") == "money.monthly"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lön", "costs.row"),
        ("12 000", "costs.what"),
        ("Lön 12 000 - 15 000", "costs.row"),
        ("Lön -500", "money.negative"),
        ("\n".join(f"Rad {letter} 5 €" for letter in "abcdefghij" * 5), "rows.many"),
    ],
)
def test_a_row_that_is_not_clear_is_named(text: str, expected: str) -> None:
    assert code("costs", text) == expected


@pytest.mark.covers("V14")
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("nej", []),
        ("Ei mitään.", []),
        ("none", []),
        ("STEA 5 000 €, beviljat", [("STEA", 5000, "beviljat")]),
        ("Stiftelse X, 2026, 5 000 €, sökt", [("Stiftelse X", 5000, "2026, sökt")]),
        ("STEA 5000 e, kommunen 2000 e", [("STEA", 5000, ""), ("kommunen", 2000, "")]),
        ("Jäsenmaksut 1 700 €; Lahjoitus 300 € (saatu)", [("Jäsenmaksut", 1700, ""), ("Lahjoitus", 300, "saatu")]),
        ("vi söker från en fond", [("vi söker från en fond", None, "")]),
    ],
)
def test_money_from_elsewhere(text: str, rows: list[tuple[str, int | None, str]]) -> None:
    expected = [{"source": source, "sum": amount, "note": note} for source, amount, note in rows]
    assert value("FP11", text) == expected


def test_a_source_without_a_sum_is_kept_and_remarked_on() -> None:
    assert remarks("FP11", "vi söker från en fond") == ["funding.sum"]
    assert code("FP11", "5 000") == "funding.unreadable"
