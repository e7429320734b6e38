"""Rules, board and auditor: what exists, and what is under way."""

import pytest

from tests.knowledge.answers.fields import code, shown, value


@pytest.mark.covers("V27")
@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Stadgar ja, styrelse ja, revisor på gång", ("yes", "yes", "underway")),
        ("Säännöt ja hallitus kyllä, tilintarkastaja ei", ("yes", "yes", "no")),
        ("Vi har stadgar och styrelse men ingen revisor", ("yes", "yes", "no")),
        ("rules yes; board yes; auditor not yet", ("yes", "yes", "underway")),
        ("ja, nej, på gång", ("yes", "no", "underway")),
        ("ja", ("yes", "yes", "yes")),
    ],
)
def test_rules_board_and_auditor(text: str, states: tuple[str, ...]) -> None:
    assert value("triad", text) == dict(zip(("rules", "board", "auditor"), states, strict=True))


@pytest.mark.covers("V27")
@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("stadgar ja styrelse nej revisor ja", ("yes", "no", "yes")),
        ("Vi har stadgar, styrelse och revisor", ("yes", "yes", "yes")),
        ("Stadgar, styrelse och revisor finns", ("yes", "yes", "yes")),
        ("Stadgar finns, styrelse finns inte, revisor inte än", ("yes", "no", "underway")),
        ("Stadgar och styrelse finns, utan revisor", ("yes", "yes", "no")),
        ("Styrelse ja, revisor ja, stadgar nej", ("no", "yes", "yes")),
        ("Meillä on säännöt, hallitus ja tilintarkastaja", ("yes", "yes", "yes")),
        ("Stadgar\tja\nStyrelse\tja\nRevisor\tnej", ("yes", "yes", "no")),
        ("säännöt on, hallitus on, tarkastaja ei", ("yes", "yes", "no")),
        ("Stadgar och styrelse finns, revisor väljs i vår", ("yes", "yes", "underway")),
        ("Stadgar ja, styrelse ja, revisor kommer att väljas", ("yes", "yes", "underway")),
        ("säännöt on, tarkastaja on, hallitus valitaan keväällä", ("yes", "underway", "yes")),
        ("rules yes, board yes, auditor will be elected in spring", ("yes", "yes", "underway")),
    ],
)
def test_a_no_belongs_to_the_word_beside_it(text: str, states: tuple[str, ...]) -> None:
    assert value("triad", text) == dict(zip(("rules", "board", "auditor"), states, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Stadgar 2019, styrelse, revisor nej",
        "stadgar och styrelse nej, revisor ja",
        "stadgar, styrelse, revisor",
        "stadgar ja, styrelse ja, revisor väljs varje år",
        "stadgar ja, styrelse ja, revisor byts ut",
        "stadgar ja, styrelse ja, revisor ja, stadgar nej",
        "säännöt, hallitus, tilintarkastaja ei",
    ],
)
def test_a_no_that_could_belong_to_two_words_is_asked_about(text: str) -> None:
    assert code("triad", text) == "triad.unreadable"


@pytest.mark.covers("V27")
def test_the_year_of_the_rules_is_kept() -> None:
    expected = {"rules": "yes", "board": "yes", "auditor": "no", "year": 2019}
    assert value("triad", "Stadgar 2019, styrelse ja, revisor nej") == expected
    assert shown("triad", "Stadgar (2019) ja, styrelse ja, revisor nej").splitlines()[0] == "Stadgar: ja (2019)"


@pytest.mark.parametrize("text", ["vet inte", "stadgar ja", "1"])
def test_less_than_three_answers_is_not_enough(text: str) -> None:
    assert code("triad", text) == "triad.unreadable"
