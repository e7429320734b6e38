"""Yes, partly or no, and the words that follow."""

import pytest

from knowledge.answers.result import Understood
from knowledge.language import Language
from tests.knowledge.answers.fields import code, reading, value


@pytest.mark.covers("V13")
@pytest.mark.parametrize(
    ("text", "choice", "rest"),
    [
        ("Ja", "yes", ""),
        ("Delvis, vi saknar kassör.", "partly", "vi saknar kassör."),
        ("Kyllä, meillä on", "yes", "meillä on"),
        ("No", "no", ""),
        ("2", "partly", ""),
        ("riittää kyllä", "yes", ""),
        ("Löytyy.", "yes", ""),
        ("det har vi", "yes", ""),
        ("we do", "yes", ""),
        ("on kyllä, mutta avain puuttuu", "yes", "on kyllä, mutta avain puuttuu"),
        ("vähän", "partly", ""),
    ],
)
def test_a_choice_and_more_words(text: str, choice: str, rest: str) -> None:
    assert value("FP09", text) == {"choice": choice, "text": rest}


@pytest.mark.parametrize(
    ("text", "choice", "rest"),
    [
        ("Inte riktigt", "no", "Inte riktigt"),
        ("Ei vielä", "no", "Ei vielä"),
        ("No one can", "no", "No one can"),
        ("Ja, delvis. Vi saknar kassör", "partly", "Ja, delvis. Vi saknar kassör"),
        ("2. vi saknar kassör", "partly", "vi saknar kassör"),
    ],
)
def test_a_yes_or_no_inside_a_sentence_stays_in_it(text: str, choice: str, rest: str) -> None:
    assert value("FP09", text) == {"choice": choice, "text": rest}


@pytest.mark.parametrize(
    ("text", "choice", "rest"),
    [("no joo", "yes", ""), ("No ei", "no", ""), ("noh, osittain", "partly", ""), ("no", "no", "")],
)
def test_what_a_finn_begins_with_is_no_english_no(text: str, choice: str, rest: str) -> None:
    assert reading("FP09", text, Language.FI) == Understood({"choice": choice, "text": rest})


@pytest.mark.parametrize("text", ["Ja och nej", "nej, delvis", "2 personer kan", "3 av oss", "on vielä hankittava"])
def test_two_choices_at_once_and_a_count_are_none(text: str) -> None:
    assert code("FP09", text) == "choice.unreadable"


def test_a_choice_that_is_none() -> None:
    assert code("FP09", "Vi kan mycket") == "choice.unreadable"
    assert code("FP09", "Ja " + "x" * 601) == "text.long"
