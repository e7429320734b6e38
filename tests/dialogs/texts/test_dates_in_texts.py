"""Dates as sentences want them: a Finnish weekday that says when stands in the essive, Sunday too."""

from datetime import date, timedelta

import pytest

from dialogs import texts
from knowledge.language import Language

MONDAY = date(2023, 9, 11)
WEEK = [
    "maanantaina 11. syyskuuta",
    "tiistaina 12. syyskuuta",
    "keskiviikkona 13. syyskuuta",
    "torstaina 14. syyskuuta",
    "perjantaina 15. syyskuuta",
    "lauantaina 16. syyskuuta",
    "sunnuntaina 17. syyskuuta",
]


def test_every_finnish_weekday_says_when() -> None:
    assert [texts.on_short_day(MONDAY + timedelta(days=n), Language.FI) for n in range(7)] == WEEK


@pytest.mark.parametrize(
    ("language", "whole", "brief"),
    [
        (Language.SV, "fredag 15 september 2023", "fre 15.9"),
        (Language.FI, "perjantaina 15. syyskuuta 2023", "pe 15.9."),
        (Language.EN, "Friday 15 September 2023", "Fri 15 Sep"),
    ],
)
def test_a_day_in_a_sentence_and_in_a_list(language: Language, whole: str, brief: str) -> None:
    day = date(2023, 9, 15)

    assert (texts.on_day(day, language), texts.brief_day(day, language)) == (whole, brief)
