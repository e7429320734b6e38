"""Numbers in words: each number says itself in three languages, and what leaves something open stays words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers.reading.number_words import in_figures

SAID = {
    "tolv tusen": "12000",
    "tolvtusen femhundra": "12500",
    "hundratjugo tusen kronor": "120000 kronor",
    "hyra sex tusen": "hyra 6000",
    "tjugofyra månader": "24 månader",
    "en och en halv anställd och tjugo frivilliga": "1,5 anställd och 20 frivilliga",
    "två och ett halvt år": "2,5 år",
    "ett och ett halvt år": "1,5 år",
    "ett halvt år": "0,5 år",
    "en hyra": "en hyra",
    "ett tusen": "1000",
    "kaksitoista tuhatta": "12000",
    "kaksikymmentäneljä kuukautta": "24 kuukautta",
    "sataviisikymmentä": "150",
    "puolitoista vuotta": "1,5 vuotta",
    "twenty-four months": "24 months",
    "one hundred and twenty thousand": "120000",
    "two and a half years": "2,5 years",
    "en miljon tvåhundratusen": "1200000",
    "två och en halv miljon": "2500000",
    "half a million": "500000",
    "three and a half thousand": "3500",
    "kaks tonnia": "2000",
    "kahvila kaks ja puol tonnia": "kahvila 2500",
    "kolme ja puoli tuhatta": "3500",
    "puoltoista vuotta": "1,5 vuotta",
    "kahden ja puolen vuoden": "2,5 vuoden",
    "viis sataa": "500",
    "kakskyt kävijää": "20 kävijää",
    "kolkytviis": "35",
    "kymppitonni": "10000",
    "tonni bensat, palkka 12 000": "1000 bensat, palkka 12 000",
    "viissataa euroa kahvi, palkka 12 000": "500 euroa kahvi, palkka 12 000",
    "tuhat kävijää, palkka 12 000": "tuhat kävijää, palkka 12 000",
}
OPEN = (
    *("två eller tre", "ett par hundra", "tio till tolv", "några tusen", "tio två", "trettio tjugo"),
    *("pari tuhatta", "pari tonnia", "kaksi tai kolme", "two or three", "a few hundred", "Trefnuttan", "en"),
    "lön 12 tusen och tre",
)
SWEDISH = ("", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
TENS = ("", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")


@pytest.mark.parametrize(("text", "figures"), SAID.items())
def test_a_number_in_words_is_one_in_figures(text: str, figures: str) -> None:
    assert in_figures(text) == figures


@pytest.mark.parametrize("text", OPEN)
def test_what_leaves_something_open_stays_as_it_is(text: str) -> None:
    assert in_figures(text) == text


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9), st.integers(2, 9), st.integers(0, 9), st.booleans())
def test_a_composed_number_is_the_sum_of_its_parts(thousands: int, tens: int, ones: int, apart: bool) -> None:
    space = " " if apart else ""
    words = f"{SWEDISH[thousands]}{space}tusen {TENS[tens]}{space if ones else ''}{SWEDISH[ones]}"
    assert in_figures(words) == str(thousands * 1000 + tens * 10 + ones)


@given(st.text(max_size=60))
def test_any_text_goes_through_and_one_with_figures_is_left_alone(text: str) -> None:
    figures = f"7 {text}".replace("\n", " ")
    assert (in_figures(figures), in_figures(text).count("\n")) == (figures, text.count("\n"))
