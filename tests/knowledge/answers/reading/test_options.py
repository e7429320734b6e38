"""Which options words mean: by number, by value or label, by the beginning of one; half a name is never another."""

from dataclasses import replace

import pytest

from knowledge.answers.reading.options import chosen_options, is_denied, numbered_options
from knowledge.answers.result import Typed
from knowledge.language import Language
from knowledge.municipality.pack import Option
from tests.knowledge.answers.fields import YEAR, field, vasa

LABELS = {
    "loneliness": ("ensamhet", "yksinäisyys"),
    "exercise": ("brist på vardagsmotion", "arkiliikunnan puute"),
    "skills": ("vardagsfärdigheter", "arjen taidot"),
    "youth": ("ungas ohälsa", "nuorten pahoinvointi"),
}
OPTIONS = tuple(
    Option(value, {Language.SV: swedish, Language.FI: finnish}) for value, (swedish, finnish) in LABELS.items()
)


def typed(text: str) -> Typed:
    return Typed(replace(field("ticks"), options=OPTIONS), text, Language.SV, vasa(), {}, YEAR)


@pytest.mark.parametrize(
    ("text", "chosen", "strange"),
    [
        ("1", ["loneliness"], []),
        ("2, 4", ["exercise", "youth"], []),
        ("1 3", ["loneliness", "skills"], []),
        ("skills", ["skills"], []),
        ("ENSAMHET!", ["loneliness"], []),
        ("yksinäisyys", ["loneliness"], []),
        ("vardagsmotion", ["exercise"], []),
        ("ensamhet och ungas ohälsa", ["loneliness", "youth"], []),
        ("ensamhet, ensamhet", ["loneliness"], []),
        ("vi arbetar mot ensamheten", ["loneliness"], []),
        ("inte ensamhet", [], ["inte ensamhet"]),
        ("allt utom ensamhet", [], ["allt utom ensamhet"]),
        ("unga", [], ["unga"]),
        ("ensamhet\nfred", ["loneliness"], ["fred"]),
        ("5", [], ["5"]),
        ("0", [], ["0"]),
        ("1 9", [], ["1 9"]),
        ("", [], []),
    ],
)
def test_options_are_chosen_by_numbers_and_words(text: str, chosen: list[str], strange: list[str]) -> None:
    assert chosen_options(typed(text)) == (chosen, strange)


def test_a_sentence_that_says_more_may_be_left_to_the_reader() -> None:
    text = "vi arbetar mot ensamheten"
    assert chosen_options(typed(text), within=False) == ([], [text])


@pytest.mark.parametrize(
    ("part", "denied"), [("ensamhet nej", True), ("nej", False), ("ensamhet", False), ("fred nej", False)]
)
def test_an_option_is_denied_by_a_no_beside_it(part: str, denied: bool) -> None:
    assert is_denied(OPTIONS, part) is denied


def test_options_are_shown_with_their_numbers() -> None:
    assert numbered_options(typed("")) == ("1 ensamhet, 2 brist på vardagsmotion, 3 vardagsfärdigheter, 4 ungas ohälsa")
