"""A question of the proposal that somebody wants to change by its name: "vaihda yhteyshenkilö", "ändra tidtabellen"."""

from functools import cache

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from knowledge.municipality.pack import Field

LONGEST_WISH = 60
"""In characters: who wants to change an answer names it, and tells nothing else."""
ENDING = 4
"""In letters: the endings that the name of a question takes in a sentence, "aikataulua", are seldom longer."""


def wanted(turn: Turn, text: str) -> tuple[str, ...]:
    """Return the ids of the questions that words may ask to change, none if they ask for none."""
    name = _named(simplified(text)) if len(text) <= LONGEST_WISH else ""
    proposal = own_proposals.in_hand(turn)
    if not name or proposal is None:
        return ()
    asked = own_proposals.path(turn.home, proposal)
    whole = tuple(field.id for field in asked if _is_meant(field, name))
    return whole or tuple(field.id for field in asked if _is_meant(field, name, whole=False))


def _named(said: str) -> str:
    """What is to be changed, in the words of the wish; empty for all other words."""
    begun = next((words for words in _beginnings() if said.startswith(words)), "")
    return said.removeprefix(begun) if begun else ""


@cache
def _beginnings() -> tuple[str, ...]:
    """The words that a wish to change begins with, each with the blank behind it, the longest first."""
    return tuple(sorted((f"{words} " for words in texts.listed("proposal.change_words")), key=len, reverse=True))


def _is_meant(field: Field, name: str, *, whole: bool = True) -> bool:
    """Whether a name is that of a question in any language, or its last word, in whatever form of that."""
    labels = [simplified(label) for label in field.label.values()]
    return any(_is_a_form(name, label if whole else label.rpartition(" ")[2]) for label in labels)


def _is_a_form(name: str, label: str) -> bool:
    stem = label if len(label) <= ENDING else label[:-1]
    return name == label or (name.startswith(stem) and len(name) - len(stem) <= ENDING and " " not in name[len(stem) :])
