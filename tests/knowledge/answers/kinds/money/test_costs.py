"""Rows of costs."""

import pytest

from tests.knowledge.answers.fields import code, reading, value


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
