"""Whether what was told of an idea belongs to the need in hand: about another need, only who asks is kept."""

from dialogs.conversation.session import ADVICE, CRITERIA, AdviceAnswers
from dialogs.conversation.turn import Turn

MARK_LENGTH = 60
"""In characters: so much of a need's beginning tells whether it is still the same one, however it goes on."""


def mark_of(turn: Turn) -> str:
    """The first words of the need in hand, by which it is known again."""
    return turn.session.need.text[:MARK_LENGTH]


def for_this_need(turn: Turn) -> Turn:
    """The same turn; answers about another idea than the need in hand are dropped, who asks is kept."""
    advice = turn.session.advice
    if advice.about is None:
        return turn
    if not advice.about or turn.session.need.text.startswith(advice.about):
        return turn.at(advice=advice.but(about=mark_of(turn)))
    about_who = {key: value for key, value in advice.answers.items() if key == "who"}
    ways = turn.session.ways_without(ADVICE, CRITERIA)
    return turn.at(form="", advice=AdviceAnswers(about_who, mark_of(turn)), ways=ways)
