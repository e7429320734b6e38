"""Money, days and numbers as a language writes them."""

from datetime import date

import pytest

from knowledge.answers import formats
from knowledge.language import Language

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("language", "country", "locale"),
    [("sv", "FI", "sv_FI"), ("sv", "SE", "sv_SE"), ("sv", "NO", "sv_SE"), ("fi", "SE", "fi_FI"), ("en", "FI", "en_GB")],
)
def test_a_language_is_written_as_in_its_country(language: str, country: str, locale: str) -> None:
    assert str(formats.locale_of(language, country)) == locale


@pytest.mark.parametrize(
    ("amount", "cents", "written"),
    [
        (1200, False, "1 200 €"),
        (1234.5, False, "1 234,50 €"),
        (1200, True, "1 200,00 €"),
        (1200.0, False, "1 200 €"),
    ],
)
def test_only_a_sum_with_cents_or_beside_one_has_decimals(amount: float, cents: bool, written: str) -> None:
    locale = formats.locale_of(Language.SV, "FI")
    assert formats.money(amount, "EUR", locale, cents=cents).replace(NBSP, " ") == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (Language.SV, ["5 januari 2027", "12 345,5", "3 månader", "10 min", "finska"]),
        (Language.FI, ["5. tammikuuta 2027", "12 345,5", "3 kuukautta", "10 min", "suomi"]),
        (Language.EN, ["5 January 2027", "12,345.5", "3 months", "10 mins", "Finnish"]),
    ],
)
def test_each_language_has_its_own_words_and_separators(language: Language, written: list[str]) -> None:
    locale = formats.locale_of(language, "FI")
    shown = [
        formats.day(date(2027, 1, 5), locale),
        formats.number(12345.5, locale),
        formats.months(3, locale),
        formats.minutes(10, locale),
        formats.language_name("fi", locale),
    ]
    assert [text.replace(NBSP, " ") for text in shown] == written
