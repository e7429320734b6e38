"""Few topics are worth a person's look: a pair that competes, or a clear one and those not far behind."""

import pytest

from dialogs.conversation.session import Session
from dialogs.finding import suggestions
from dialogs.records.need import Match, Need
from tests.stages.standing import standing

TOPICS = ("exclusion/loneliness", "physical/everyday-exercise", "resilience/everyday-skills", "attitudes/digital-harms")


def shown(*scores: float) -> list[float]:
    matches = tuple(Match(topic, score, ()) for topic, score in zip(TOPICS, scores, strict=False))
    session = Session(101, 101, "sv", "vasa", "need.choose", Need("Vi vill ses", matches))
    return [match.score for match in suggestions.shown(standing(session))]


@pytest.mark.parametrize(
    ("scores", "worth"),
    [
        ((0.8, 0.1, 0.05), [0.8]),
        ((0.7, 0.2, 0.12), [0.7, 0.2, 0.12]),
        ((0.5, 0.4, 0.1), [0.5, 0.4]),
        ((0.4, 0.35, 0.3), [0.4, 0.35, 0.3]),
        ((0.4, 0.3, 0.2, 0.1), [0.4, 0.3, 0.2]),
        ((), []),
    ],
)
def test_how_many_are_shown_follows_from_their_shares(scores: tuple[float, ...], worth: list[float]) -> None:
    assert shown(*scores) == worth


def test_a_topic_that_the_catalogue_has_no_more_is_not_known() -> None:
    matches = (Match("old/topic", 0.9, ()), Match(TOPICS[0], 0.1, ()))
    turn = standing(Session(101, 101, "sv", "vasa", "need.choose", Need("Vi vill ses", matches)))
    assert suggestions.known(turn) == matches[1:]
    assert suggestions.known(standing(turn.session.but(municipality="old-town"))) == ()


def test_two_compete_whose_shares_are_close() -> None:
    pairs = [((0.5, 0.4), True), ((0.5, 0.35), False), ((0.5,), False), ((), False)]
    assert [
        suggestions.compete(tuple(Match(topic, score, ()) for topic, score in zip(TOPICS, scores, strict=False)))
        for scores, _ in pairs
    ] == [wanted for _, wanted in pairs]
