"""What is typed of the parts of a pitch, as people write it: names, numbers, minutes in figures and words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.pitch.outline.typed_parts import Said, of_one_part, said_of_parts

NAMES = [["Behovet", "behov"], ["Vad vi gör", "plan"], ["Vad vi önskar"], ["Mistä näemme, että se toimii", "seuranta"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("behovet 2 min", (Said(0, 2),)),
        ("Behovet: 2", (Said(0, 2),)),
        ("BEHOV två minuter", (Said(0, 2),)),
        ("behovet 2,5 min, vad vi gör 3", (Said(0, 2.5), Said(1, 3))),
        ("behovet 2\nplan 4 min\nvad vi önskar 1", (Said(0, 2), Said(1, 4), Said(2, 1))),
        ("2 3 min", (Said(1, 3),)),
        ("2. 3 min", (Said(1, 3),)),
        ("behovet: de är ensamma", (Said(0, None, "de är ensamma"),)),
        ("behovet: äldre och unga, 2 min", (Said(0, 2, "äldre och unga"),)),
        ("behovet 2 min: äldre och unga", (Said(0, 2, "äldre och unga"),)),
        ("Mistä näemme, että se toimii 1 min", (Said(3, 1),)),
        ("seuranta 1 minuutti", (Said(3, 1),)),
        ("vad vi gör", ()),
        ("behoven 2 min", ()),
        ("3 min", ()),
        ("vi vill ha mer tid", ()),
        ("5 behovet 2", ()),
    ],
)
def test_a_part_is_found_by_its_name_or_number_with_its_minutes_or_words(text: str, found: tuple[Said, ...]) -> None:
    assert said_of_parts(text, NAMES) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3", Said(1, 3)),
        ("3 min", Said(1, 3)),
        ("kolme minuuttia", Said(1, 3)),
        ("Vi bjuder på lunch varje onsdag, 3 min", Said(1, 3, "Vi bjuder på lunch varje onsdag")),
        ("3 min: vi bjuder på lunch", Said(1, 3, "vi bjuder på lunch")),
        # A number that is no length stays in the words.
        ("Vi når 40", Said(1, None, "Vi når 40")),
        ("Vi bjuder\npå lunch", Said(1, None, "Vi bjuder på lunch")),
    ],
)
def test_the_part_in_hand_takes_minutes_words_or_both(text: str, said: Said) -> None:
    assert of_one_part(text, 1) == said


PIECES = st.sampled_from(["behovet", "Vad vi gör", "2 min", "3,5", ":", ", ", "\n", " och ", "äldre", "'", "1.", "0"])


@settings(max_examples=60)
@given(st.lists(PIECES | st.characters(), max_size=8).map("".join))
def test_whatever_is_typed_means_parts_that_there_are_or_none(text: str) -> None:
    found = said_of_parts(text, NAMES)
    assert all(0 <= one.place < len(NAMES) for one in found)
    assert all(one.minutes is not None or one.words for one in found)
    assert all(one.minutes is None or one.minutes >= 0 for one in found)
