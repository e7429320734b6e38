import pytest

from knowledge.identification.own_words import own_words, pieces, without_addresses


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Kan ni läsa det här?\n\nFrån: Anna\nÄmne: café\nHyvää päivää", "Kan ni läsa det här?"),
        ("Voitteko lukea?\n> Vi vill starta\n> ett café", "Voitteko lukea?"),
        ("Katso alla.\n---------- Forwarded message ---------\nFrom: Anna", "Katso alla."),
        ("Hei!\nDen 3 maj 2024 kl. 10 skrev Anna Berg:\nVi vill starta", "Hei!"),
        ("Hei!\nAnna Berg kirjoitti 3.5.2024:\nHaluamme", "Hei!"),
        ("VB: café\nHej", ""),
        ("Se nedan!\nBegin forwarded message:\nSubject: café", "Se nedan!"),
        ("Vi vill starta\nSent from my phone", "Vi vill starta"),
        ("Lähetetty puhelimesta\n\nVälitetty viesti alkaa:\nVi vill starta", ""),
        ("Lähettäjä: Anna\nHei", ""),
        ("Till sommaren vill vi starta ett café", "Till sommaren vill vi starta ett café"),
        ("Aihe on yksinäisyys", "Aihe on yksinäisyys"),
        ("se https://example.org/sida?x=1 och skriv till info@example.org", "se   och skriv till"),
        ("", ""),
    ],
)
def test_what_is_passed_on_and_addresses_are_not_one_s_own_words(text: str, own: str) -> None:
    assert own_words(text) == own


def test_sentences_and_their_parts_stand_in_order() -> None:
    assert pieces("Hei, haluamme kahvilan!\nPå svenska: ett café...") == [
        "Hei",
        "haluamme kahvilan",
        "På svenska",
        "ett café",
    ]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("\n" * 50_000, ""),
        (" \n" * 25_000, ""),
        ("--a" + "-" * 50_000 + "x", "--a" + "-" * 50_000 + "x"),
        ("a" * 50_000, "a" * 50_000),
        ("@" * 50_000, "@" * 50_000),
        ("a@" * 25_000, "a" + " " * 24_999 + "@"),
    ],
    ids=["lines", "blank lines", "dashes", "one word", "at signs", "parts of addresses"],
)
def test_however_often_a_sign_is_repeated_it_is_read_once(text: str, own: str) -> None:
    """Reading that grew with the square of the length would not end within the time that a test has."""
    assert own_words(text) == own


@pytest.mark.parametrize(
    "text", ["anna.berg@example.org", "(anna@example.org", "@lots_bot", "https://t.me/lots", "WWW.x.fi"]
)
def test_an_address_leaves_nothing(text: str) -> None:
    assert without_addresses(f"till {text} idag").split() == ["till", "idag"]
