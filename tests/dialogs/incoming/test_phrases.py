"""Phrases that are understood on every screen: asking for a person, going on."""

import pytest

from dialogs.conversation.session import Session
from dialogs.incoming import typed_anywhere
from tests.dialogs.incoming.test_typed_anywhere import said
from tests.stages.screens import (
    WORDS,
    screen,
)
from tests.stages.standing import PRIVATE

ASKING_FOR_A_PERSON = (
    "Prata med en person",
    "jag vill prata med en människa",
    "Kan jag få tala med en handläggare?",
    "finns det någon riktig människa där",
    "haluan puhua ihmisen kanssa",
    "Voinko puhua jonkun kanssa?",
    "Haluan puhua ihmisen kanssa kiitos",
    "saisko jutella virkailijan kanssa",
    "talk to a person",
    "Can I speak to a real human please?",
    "I'd like to talk to someone",
)
NO_REQUESTS = (
    "Alla har någon att prata med varje vecka",
    "vi vill att gubbarna i byn får prata med en person som lyssnar",
    "kylän vanhukset haluavat puhua ihmisen kanssa",
    "vi är en person",
    "",
)


@pytest.mark.parametrize("name", sorted(set(PRIVATE) - {"proposal.ask", "case.write", "person"}))
def test_a_person_can_be_asked_for_in_words(name: str) -> None:
    outcome = said(screen(name), ASKING_FOR_A_PERSON[0])
    assert (outcome.session.place, outcome.session.need.text) == ("person", WORDS)


@pytest.mark.parametrize("text", ASKING_FOR_A_PERSON)
def test_a_person_can_be_asked_for_in_any_words_before_a_button_was_shown(text: str) -> None:
    assert said(Session(101, 101), text).session.place == "person"


@pytest.mark.parametrize("text", NO_REQUESTS)
def test_words_that_say_more_ask_for_no_person(text: str) -> None:
    assert not typed_anywhere.asks_for_a_person(text)
