"""Words that are kept to learn from name nobody, and nobody can be reached by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.guard.nameless import LEFT_OUT, is_nameless, without_names


@pytest.mark.parametrize(
    "text",
    [
        "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
        "GUBBARNA I VASA SITTER HEMMA, 12 500 € skulle räcka till 2027",
        "Kylän ukot istuvat koko talven kotona. Tarvitaan 30 € kuussa.",
        "The old men in Gerby stay at home in 2026 and 2027",
        "",
    ],
)
def test_words_about_many_are_let_through(text: str) -> None:
    assert is_nameless(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pekka i byn sitter hemma hela vintern",
        "naapurin pekalla ei ole ketään",
        "skriv till byalaget@exempel.fi om ni vill veta mer",
        "mer på www.exempel.fi",
        "https://exempel.fi/ ordnar kaffe",
        "ring 050 123 45 67 om ni vill vara med",
        "hon på hörnet, 131052-308T, är ensam",
        "jag heter @byalaget",
    ],
)
def test_who_is_named_or_can_be_reached_is_seen(text: str) -> None:
    assert not is_nameless(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pekka i byn sitter hemma hela vintern", "[…] i byn sitter hemma hela vintern"),
        ("Hör av er till Anna-Lena Ek Storm, 050 123 45 67!", "Hör av er till […], […]!"),
        ("skriv till byalaget@exempel.fi eller +358 50 1234567", "skriv till […] eller […]"),
        ("mer på www.exempel.fi och exempel.se/kaffe, tack", "mer på […] och […] tack"),
        ("hon på hörnet, 131052-308T, är ensam", "hon på hörnet, […], är ensam"),
        ("150 000 € räcker till 2027, 1 200 000 kr till allt", "150 000 € räcker till 2027, 1 200 000 kr till allt"),
        ("gubbarna i byn sitter hemma", "gubbarna i byn sitter hemma"),
        ("", ""),
    ],
)
def test_what_names_somebody_is_left_out_and_the_rest_stays(text: str, shown: str) -> None:
    assert without_names(text) == shown


def test_a_name_that_is_known_is_left_out_whatever_it_looks_like() -> None:
    assert without_names("Vi på kansliet, hälsar HODAN x", ("Hodan X", "", " ")) == "Vi på kansliet, hälsar […]"


@given(st.text(), st.lists(st.text(min_size=1, max_size=5), max_size=3))
def test_nothing_is_added_and_what_is_shown_names_nobody(text: str, known: list[str]) -> None:
    shown = without_names(text, known)
    assert all(part in text for part in shown.split(LEFT_OUT))
    assert without_names(f"{text} byalaget@exempel.fi 050 123 45 67", known).endswith(LEFT_OUT)
