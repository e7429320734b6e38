"""A question to a person: asked from any step, and back to it."""

import pytest

from dialogs.case import person
from dialogs.conversation.session import Session
from tests.stages.standing import PRIVATE, standing


@pytest.mark.parametrize("place", sorted({*PRIVATE} - {"person", "municipality", "idea.preview"}))
def test_a_person_is_asked_from_everywhere_and_the_way_back_is_remembered(place: str) -> None:
    asked = person.begin(standing(Session(101, 101, "sv", "vasa", place)))
    assert (asked.session.place, asked.session.way_back()) == ("person", place)


def test_asking_for_a_person_once_more_keeps_the_first_way_back() -> None:
    asked = person.begin(standing(Session(101, 101, "sv", "vasa", "office")))
    again = person.begin(standing(asked.session))
    assert (again.session.place, again.session.way_back()) == ("person", "office")


def test_the_words_for_a_person_are_shown_before_they_are_sent() -> None:
    said = person.said(standing(Session(101, 101, "sv", "vasa", "person")), "Kan ni ringa oss?")
    assert (said.session.place, said.session.idea.message, said.effects) == ("idea.preview", "Kan ni ringa oss?", ())
