"""Which case words in a staff group belong to: by what they reply to, or by the topic in which they stand."""

import pytest

from dialogs.cards.case_at_hand import case_at_hand, case_of_words, is_told_there, stands_with
from dialogs.conversation.events import Said
from dialogs.conversation.session import Snapshot
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.thread import Topics
from dialogs.step import PLACES
from tests.stages.staff_group import CASE, NORA, NOW, OTHER, SESSION
from tests.stages.standing import world


def turn(case: Case | None, here: str = "", reply_to: int | None = None, topics: Topics = Topics.ON) -> Turn:
    snapshot = Snapshot(case=case, here=here, topics=topics)
    return Turn(SESSION, Said(NORA.but(reply_to=reply_to), "hej", 9), world(), NOW, snapshot, PLACES)


def test_a_case_is_at_hand_if_it_is_the_group_s_own_and_the_one_that_is_named() -> None:
    assert case_at_hand(turn(CASE)) == case_at_hand(turn(CASE), "K7WM4") == CASE
    assert case_at_hand(turn(CASE), "C8RV2") is None
    assert case_at_hand(turn(CASE.but(municipality="goteborg"))) is None
    assert case_at_hand(turn(None)) is None


@pytest.mark.parametrize(
    ("case", "here", "reply_to", "found"),
    [
        (CASE, "K7WM4", None, CASE),
        (CASE, "K7WM4", 8, CASE),
        (CASE, "", 8, CASE),
        (CASE, "", None, None),
        (OTHER, "K7WM4", None, None),
        (None, "K7WM4", None, None),
    ],
)
def test_words_belong_to_a_case_by_where_they_stand(
    case: Case | None, here: str, reply_to: int | None, found: Case | None
) -> None:
    assert case_of_words(turn(case, here, reply_to)) == found
    assert stands_with(turn(case, here, reply_to)) is bool(here or reply_to)


@pytest.mark.parametrize(
    ("here", "topics", "there"),
    [
        ("", Topics.NONE, True),
        ("", Topics.FORBIDDEN, True),
        ("", Topics.ON, False),
        ("K7WM4", Topics.ON, True),
        ("C8RV2", Topics.ON, False),
    ],
)
def test_what_is_asked_for_is_told_under_the_card_only_if_it_stands_there(
    here: str, topics: Topics, *, there: bool
) -> None:
    assert is_told_there(turn(CASE, here, topics=topics), CASE) is there
