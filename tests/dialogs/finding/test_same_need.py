"""What was told of one idea is not believed of another, but who asks is."""

import pytest

from dialogs.conversation.session import ADVICE, ASIDE, AdviceAnswers, Session, Way
from dialogs.finding.same_need import MARK_LENGTH, for_this_need, mark_of
from dialogs.records.need import Need
from tests.stages.standing import standing

TOLD = {"who": "association", "want": "money"}
WAYS = (Way(ASIDE, "office"), Way(ADVICE, "office"))
NEED = Need("Vi vill bryta ensamheten i byn och bygga en bastu vid stranden till alla som vill komma")
SESSION = Session(101, 101, "sv", "vasa", "advice", NEED, form="IOP", ways=WAYS)


@pytest.mark.parametrize("about", ["", "Vi vill bryta ensamheten", NEED.text[:MARK_LENGTH]])
def test_answers_about_the_need_in_hand_are_kept_and_marked_with_it(about: str) -> None:
    session = SESSION.but(advice=AdviceAnswers(TOLD, about))
    kept = session.but(advice=AdviceAnswers(TOLD, NEED.text[:MARK_LENGTH]))
    assert for_this_need(standing(session)).session == kept


def test_of_another_need_only_who_asks_is_kept() -> None:
    session = SESSION.but(advice=AdviceAnswers(TOLD, "Vi vill ordna läxhjälp"))
    dropped = session.but(form="", advice=AdviceAnswers({"who": "association"}, mark_of(standing(session))))
    assert for_this_need(standing(session)).session == dropped.but(ways=(Way(ASIDE, "office"),))


def test_where_nothing_was_told_nothing_changes() -> None:
    assert for_this_need(standing(SESSION)).session == SESSION
