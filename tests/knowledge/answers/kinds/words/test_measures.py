"""Goals, and how each is measured."""

import pytest

from tests.knowledge.answers.fields import code, remarks, value


@pytest.mark.covers("V12")
def test_goals_and_their_measures() -> None:
    goals = "1. 40 äldre har sällskap varje vecka\n- Minst 25 män kommer; Tio träffar om året"
    assert value("texts", goals) == ["40 äldre har sällskap varje vecka", "Minst 25 män kommer", "Tio träffar om året"]
    assert [code("texts", text) for text in ("\n".join(["Ett mål till"] * 6), "kort")] == ["texts.many", "texts.item"]
    assert remarks("measures", "Alla är gladare") == ["measures.vague"]
    assert remarks("measures", "Antal besök varje månad") == []
    assert [remarks("measures", text) for text in ("Antal frivilliga i december", "Kävijöiden määrä joulukuussa")] == [
        [],
        [],
    ]
    assert remarks("measures", "Antal besök 2027\nAntal möten 2028", known={"FP05": ["Bara ett mål"]}) == [
        "measures.count"
    ]
