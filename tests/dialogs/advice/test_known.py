"""What was answered about an idea, when the answer is offered no more."""

import pytest

from dialogs.advice import advising, known
from dialogs.conversation.session import Session
from tests.dialogs.standing import standing

FACTS = {"advice.who": "association", "advice.want": "old-option", "advice.market": "unknown", "advice.plan": "maybe"}
SESSION = Session(101, 101, "sv", "vasa", "advice", facts=FACTS, greeted=True)


def test_an_option_that_is_offered_no_more_counts_as_not_answered() -> None:
    assert known.given(standing(SESSION)) == {"who": "association", "market": "unknown"}


@pytest.mark.parametrize("key", ["who", "want", "initiative", "scope", "resources", "market", "plan", "long_term"])
def test_it_is_asked_like_one_that_was_never_answered(key: str) -> None:
    strange, never = SESSION.but(facts={f"advice.{key}": "old-option"}), SESSION.but(facts={})
    assert advising.ask(standing(strange)).replies == advising.ask(standing(never)).replies
    assert advising.current(standing(strange)) == advising.current(standing(never))
