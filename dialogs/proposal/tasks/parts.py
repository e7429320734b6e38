"""The parts of a proposal as they stand: which questions each has, how many are answered, how long the rest takes.

Each part may be filled by itself, in any order. All of it follows from the pack and the answers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogs.conversation import own_proposals
from dialogs.conversation.question import is_a_name
from dialogs.records.proposal import Proposal
from knowledge.answers import kind_of
from knowledge.municipality.meaning import Part
from knowledge.municipality.pack import SECTIONS, Field, Pack

STORY_MINUTES, LIST_MINUTES, SHORT_MINUTES = 2, 1.5, 0.5
"""How many minutes a story, a list and any other answer take on a phone. Chosen by hand, with some thinking in it."""
ROUGHLY = 5
"""In minutes: a longer time is told in steps of so many, as nobody knows it better."""


class PartState(StrEnum):
    """How far a part has come."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    DONE = "done"
    """Every question that is asked in it is answered, or left out on purpose where it may be."""
    EXTRA = "extra"
    """Nothing in it is asked, and all of it may be told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A part as it stands: its fields in their order, how many of those that are asked have an answer, and its state.

    `unclear` tells that something in it was not understood, `minutes` is what the open questions take.
    `reopened` counts the questions that a navigator has opened again.
    """

    part: Part
    fields: tuple[Field, ...]
    answered: int
    asked: int
    state: PartState
    unclear: bool
    minutes: int
    reopened: int = 0


def standings(pack: Pack, proposal: Proposal) -> tuple[Standing, ...]:
    """Return every part that has a question for this association, in the order in which it is met first."""
    shown = rows(pack, proposal)
    order = dict.fromkeys(field.part for field in shown)
    return tuple(_standing(pack, proposal, part, [field for field in shown if field.part is part]) for part in order)


def named(pack: Pack, proposal: Proposal, name: str) -> Standing | None:
    """Return a part by its name, None if there is no such part for this association."""
    return next((one for one in standings(pack, proposal) if one.part == name), None)


def rows(pack: Pack, proposal: Proposal) -> tuple[Field, ...]:
    """Return all fields that this association may fill, in the order of the pack, also those that are never asked."""
    asked = own_proposals.path(pack, proposal)
    known = {field.id for field in asked}
    of_a_call = [field for section in SECTIONS for field in pack.fields if field.section == section]
    return tuple(field for field in of_a_call if field.id in known or not field.asked)


def minutes_of(fields: Iterable[Field]) -> int:
    """Return how many minutes some questions take, at least one; roughly where they are many."""
    exact = sum(_minutes(field) for field in fields)
    return max(1, round(exact)) if exact < ROUGHLY else ROUGHLY * round(exact / ROUGHLY)


def _minutes(field: Field) -> float:
    kind = kind_of(field)
    if kind.is_story and not is_a_name(field):
        return STORY_MINUTES
    return LIST_MINUTES if kind.several else SHORT_MINUTES


def _standing(pack: Pack, proposal: Proposal, part: Part, fields: Sequence[Field]) -> Standing:
    asked = [field for field in own_proposals.path(pack, proposal) if field.part is part]
    open_ones = [field for field in asked if own_proposals.is_open(proposal, field)]
    unclear = any(_state(proposal, field) == "unclear" for field in fields)
    touched = any(field.id in proposal.answers for field in fields)
    return Standing(
        part,
        tuple(fields),
        sum(_state(proposal, field) == "given" for field in asked),
        len(asked),
        _progress(asked=bool(asked), done=not open_ones and not unclear, touched=touched),
        unclear,
        minutes_of(open_ones) if open_ones else 0,
        sum(field.id in proposal.reopened for field in fields),
    )


def _progress(*, asked: bool, done: bool, touched: bool) -> PartState:
    if not asked:
        return PartState.EXTRA
    if done:
        return PartState.DONE
    return PartState.BEGUN if touched else PartState.NOT_BEGUN


def _state(proposal: Proposal, field: Field) -> str:
    standing = own_proposals.standing(proposal, field)
    return standing.state if standing else ""
