"""What was answered about an idea, when the answer is offered no more."""

import pytest

from dialogs.advice import advising, known
from dialogs.conversation.session import AdviceAnswers, Session
from tests.stages.standing import standing

TOLD = AdviceAnswers({"who": "association", "want": "old-option", "market": "unknown", "plan": "maybe"})
SESSION = Session(101, 101, "sv", "vasa", "advice", advice=TOLD, greeted=True)


def test_an_option_that_is_offered_no_more_counts_as_not_answered() -> None:
    assert known.given(standing(SESSION)) == {"who": "association", "market": "unknown"}


@pytest.mark.parametrize("key", ["who", "want", "initiative", "scope", "resources", "market", "plan", "long_term"])
def test_it_is_asked_like_one_that_was_never_answered(key: str) -> None:
    strange, never = SESSION.but(advice=AdviceAnswers({key: "old-option"})), SESSION.but(advice=AdviceAnswers())
    assert advising.ask(standing(strange)).replies == advising.ask(standing(never)).replies
    assert advising.current(standing(strange)) == advising.current(standing(never))
