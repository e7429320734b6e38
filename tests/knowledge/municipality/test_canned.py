"""Ready-made texts: gaps with names, filled with words that stay words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from knowledge.municipality.canned import NAMES, faults, filled, names_in
from knowledge.municipality.load import load_packs

TEXT = "Hej {{ who }}, sista dagen är {{deadline}}. Hälsningar, {{ who }}\n"


def test_a_text_tells_its_gaps_and_is_filled_with_plain_words() -> None:
    assert names_in(TEXT) == ("who", "deadline")
    assert filled(TEXT, {"who": "<b>A & B</b>", "deadline": "{{ title }}", "title": "x"}) == (
        "Hej <b>A & B</b>, sista dagen är {{ title }}. Hälsningar, <b>A & B</b>"
    )


def test_a_gap_without_a_value_is_never_sent_as_a_hole() -> None:
    with pytest.raises(UndefinedError):
        filled(TEXT, {"who": "Byalaget"})


def test_the_texts_of_the_packs_that_ship_have_no_faults() -> None:
    texts = [text for pack in load_packs().values() for item in pack.canned for text in item.text.values()]
    assert texts
    assert [fault for text in texts for fault in faults(text)] == []


@given(st.text(st.sampled_from("{}%#| nametitle.()\n\"'"), max_size=40))
def test_whatever_stands_in_a_text_it_is_refused_or_can_be_filled(text: str) -> None:
    if not list(faults(text)):
        filled(text, dict.fromkeys(NAMES, "ord"))
