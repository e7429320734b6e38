"""The parts that Lots proposes come to the minutes that there are, whatever these are; each begins where one ends."""

import pytest

from dialogs.pitch.outline.parts import begins, figure, proposed, together
from dialogs.records.proposal import PitchPart


@pytest.mark.covers("V18")
@pytest.mark.parametrize("most", [1, 3, 5, 7, 10, 15, 60])
def test_what_is_proposed_is_as_long_as_the_pitch(most: int) -> None:
    parts = proposed(most)
    assert together(parts) == most
    assert [part.kind for part in parts] == ["need", "plan", "reach", "want", "know"]
    assert min(part.minutes for part in parts) >= 0


def test_each_part_begins_when_those_before_it_end() -> None:
    parts = (PitchPart(2.5, "need"), PitchPart(0, "plan"), PitchPart(4, name="film"))
    assert begins(parts) == [0, 2.5, 2.5]
    assert begins(()) == []
    assert [figure(minutes) for minutes in (2.5, 4, 10.0)] == ["2,5", "4", "10"]
