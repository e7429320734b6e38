"""Money from elsewhere."""

import pytest

from tests.knowledge.answers.fields import code, remarks, value


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
