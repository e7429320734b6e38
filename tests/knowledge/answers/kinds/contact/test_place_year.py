"""A home town and a year."""

import pytest

from tests.knowledge.answers.fields import code, value


@pytest.mark.parametrize("text", ["Vasa, 2011", "2011 Vasa", "Vasa (2011)", "Vasa 12.5.2011", "Vasa v. 2011"])
def test_a_town_and_a_year_in_any_order(text: str) -> None:
    assert value("place-year", text) == {"place": "Vasa", "year": 2011}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vasa", "place.year"),
        ("2011", "place.town"),
        ("Vasa 1849", "place.range"),
        ("Vasa 2027", "place.range"),
        ("Vasa 2010 2011", "place.year"),
        ("1960-talet, Vasa", "place.year"),
        ("Vaasa 1960-luvulla", "place.year"),
        ("Vasa ca 1960", "place.year"),
    ],
)
def test_what_is_no_town_and_year(text: str, expected: str) -> None:
    assert code("place-year", text) == expected


@pytest.mark.parametrize("text", [
    "Vasa, registrerad 2011", "Hemort: Vasa, år 2011", "Vasa, rekisteröity vuonna 2011", "Vasa sedan 2011",
    "Vasa från 2011", "Vasa, bildad 2011",
])  # fmt: skip
def test_words_beside_a_town_and_a_year_are_no_town(text: str) -> None:
    assert value("place-year", text) == {"place": "Vasa", "year": 2011}
