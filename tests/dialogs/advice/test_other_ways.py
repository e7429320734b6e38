"""Which other answers would lead to another form: the nearest first, another asker last."""

from dialogs.advice.other_ways import other_ways
from knowledge.advice.questions import UNKNOWN
from knowledge.municipality.pack import Form
from tests.dialogs.advice.an_adviser import (
    PARTNERS,
    a_turn,
    adviser,
)


def test_the_nearest_other_answers_come_first_and_another_asker_last() -> None:
    unknown = {**PARTNERS, "market": UNKNOWN}
    ways = other_ways(a_turn("goteborg"), unknown, adviser("goteborg", unknown).because)
    assert [(way.key, way.value, way.form) for way in ways] == [
        ("market", "true", Form.PROC),
        ("market", "false", Form.IOP),
    ]
    company = {"who": "company", "want": "money"}
    ways = other_ways(a_turn("ostersund"), company, adviser("ostersund", company).because)
    assert [(way.key, way.value, way.form) for way in ways] == [("who", "association", Form.GRANT)]
    nothing = dict.fromkeys(PARTNERS, UNKNOWN)
    assert other_ways(a_turn("goteborg"), {"who": "private", "want": "ask"}, ()) == ()
    assert adviser("goteborg", nothing).form is Form.NAV
