"""Whether what was told of an idea belongs to the need in hand: about another need, only who asks is kept."""

from dialogs.conversation.turn import Turn

PREFIX = "advice."


NEED = "advice.need"


MARK_LENGTH = 60
"""In characters: so much of a need's beginning tells whether it is still the same one, however it goes on."""


def for_this_need(turn: Turn) -> Turn:
    """The same turn; answers about another idea than the need in hand are dropped, who asks is kept."""
    facts, text = turn.session.facts, turn.session.need.text
    mark = facts.get(NEED)
    if mark is None:
        return turn
    if not mark or text.startswith(mark):
        return turn.at(facts={**facts, NEED: text[:MARK_LENGTH]})
    about_who = {f"{PREFIX}who": facts[f"{PREFIX}who"]} if f"{PREFIX}who" in facts else {}
    others = {key: value for key, value in facts.items() if not key.startswith(PREFIX)}
    return turn.at(form="", facts={**others, **about_who, NEED: text[:MARK_LENGTH]})
