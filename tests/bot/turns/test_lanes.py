"""What is said together in a group leaves in the turn of its case, or of the case that the event was about."""

from bot.turns.lanes import in_lanes
from dialogs.conversation.turn import ABOUT_NOTHING
from storage.queue_items import Outgoing
from tests.storage.building import outgoing

DESK, ANNA = -100, 7


def lanes(*about: str, case: str = "") -> list[tuple[str, ...]]:
    return [message.beside for message in in_lanes([outgoing(DESK, about=name) for name in about], case)]


def test_what_is_about_nothing_goes_with_the_case_that_it_is_said_with() -> None:
    assert lanes("", "A", ABOUT_NOTHING, case="C") == [("A",)] * 3
    assert lanes("", ABOUT_NOTHING, case="C") == [("C",)] * 2
    assert lanes("", ABOUT_NOTHING) == [()] * 2


def test_what_is_about_several_cases_stays_together_each_in_its_own() -> None:
    assert lanes("", "A", "B") == [("A", "B"), ("A", "B"), ("B", "A")]


def test_each_group_has_its_own_and_a_person_none() -> None:
    said: list[Outgoing] = [outgoing(DESK, about="A"), outgoing(-200, about="B"), outgoing(ANNA, about="A")]
    assert [message.beside for message in in_lanes(said, "A")] == [("A",), ("B",), ()]
