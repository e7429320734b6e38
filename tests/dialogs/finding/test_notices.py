"""A topic that decides the form by itself is told with what must be known at once."""

from dialogs.conversation.session import Session
from dialogs.finding.notices import NOTES_OF_FLAG, notices
from tests.stages.standing import standing, world

VAXJO = world().packs["vaxjo"]
TURN = standing(Session(101, 101, "sv", "vaxjo"))


def test_a_shelter_is_told_of_its_permit_and_its_address_once() -> None:
    words = [VAXJO.notes[note]["sv"] for note in NOTES_OF_FLAG["permit"]]
    said = notices(TURN, VAXJO, ("shelter", "shelter"))
    assert (len(said), said[1]) == (2, words[1])


def test_other_topics_and_municipalities_have_none() -> None:
    assert notices(TURN, VAXJO, ("jobs",)) == notices(TURN, world().packs["vasa"], ("care", "shelter")) == []
