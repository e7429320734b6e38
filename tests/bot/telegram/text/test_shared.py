"""Shared places and contacts as words that can be read on paper and go to a case."""

from typing import Any

import pytest

from bot.telegram.text.shared import shared

MAP = "https://www.openstreetmap.org/?mlat=63.09600&mlon=21.61577#map=17/63.09600/21.61577"
AT_SEA = "https://www.openstreetmap.org/?mlat=-1.00000&mlon=0.00000#map=17/-1.00000/0.00000"
PLACE = {"latitude": 63.096, "longitude": 21.615770001}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"location": PLACE}, MAP),
        (
            {"venue": {"title": "Byahuset", "address": "Bygatan 1", "location": PLACE}, "location": PLACE},
            f"Byahuset, Bygatan 1\n{MAP}",
        ),
        ({"venue": {"title": "Byahuset", "address": "", "location": {}}}, "Byahuset"),
        ({"venue": {}, "location": PLACE}, MAP),
        ({"contact": {"first_name": "Bo", "last_name": "Ek", "phone_number": "+358401234567"}}, "Bo Ek, +358401234567"),
        ({"contact": {"first_name": "Bo", "phone_number": 7}}, "Bo"),
        ({"contact": {}}, ""),
        ({"location": {"latitude": "63", "longitude": 21}}, ""),
        ({"location": {"latitude": True, "longitude": 21}}, ""),
        (
            {"location": {"latitude": -1, "longitude": 0}},
            AT_SEA,
        ),
        ({"location": [], "contact": "x"}, ""),
        ({"text": "hej"}, ""),
    ],
)
def test_what_is_shared_becomes_words(message: dict[str, Any], words: str) -> None:
    assert shared(message) == words
