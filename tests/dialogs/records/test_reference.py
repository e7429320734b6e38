"""A reference is known again however it is typed, and plain words are none."""

import pytest

from dialogs.records.reference import named_in, typed_alone


@pytest.mark.parametrize(
    "typed",
    ["K7WM4", "k7wm4", " k7wm4. ", "#K7WM4", "nr K7WM4", "nro. k7-wm4", "K7 WM4", "K1WM4", "КТWM4".replace("Т", "7")],
)
def test_a_reference_that_is_all_of_a_text_is_known(typed: str) -> None:
    assert typed_alone(typed) == "K7WM4"


@pytest.mark.parametrize(("typed", "meant"), [("8Q5V4", "8Q5V4"), ("B05Y4", "8Q5V4"), ("bosua", "8Q5V4")])
def test_signs_that_no_reference_has_stand_for_those_that_they_look_like(typed: str, meant: str) -> None:
    assert typed_alone(typed) == meant


@pytest.mark.parametrize(
    "text", ["", "hej", "K7WM", "K7WM44", "K7WM4 och C8RV2", "vi har K7WM4", "ärende K7WM4 är svårt"]
)
def test_what_is_more_or_less_than_a_reference_is_none(text: str) -> None:
    assert typed_alone(text) == ""


def test_the_references_in_a_text_are_found_as_they_are_written() -> None:
    assert named_in("Ta K7WM4 och c8rv2, inte XK7WM4 eller B7WM4") == ["K7WM4", "C8RV2"]
