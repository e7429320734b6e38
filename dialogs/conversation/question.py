"""The question of a proposal that is asked now: its field, and the draft that its answer goes into."""

from dataclasses import dataclass

from dialogs.conversation import own_proposals
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import Kind, kind_of
from knowledge.answers.meanings import meant
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack

LONGEST_NAME = 120
"""In characters: a field of text that takes no more asks for a name or a title, which any words may be."""


@dataclass(frozen=True)
class Question:
    """A question as it stands: the field of a pack, and the draft that its answer goes into."""

    pack: Pack
    field: Field
    proposal: Proposal

    @property
    def kind(self) -> Kind:
        """The kind of answer that is asked for."""
        return kind_of(self.field)

    @property
    def answer(self) -> Answer | None:
        """What was answered so far, as it stands today."""
        return own_proposals.standing(self.proposal, self.field)

    @property
    def goals(self) -> list[str]:
        """The goals of the draft, each of which wants a measure (V12)."""
        return meant(self.pack, own_proposals.known(self.proposal), Meaning.GOALS) or []


def in_hand(turn: Turn) -> Question | None:
    """The question that is asked, None if its draft or its field is no more."""
    proposal, field = own_proposals.in_hand(turn), turn.home.fields_by_id.get(turn.session.asking)
    if proposal is None or field is None:
        return None
    return Question(turn.home, field, proposal)


def is_a_name(field: Field) -> bool:
    """Tell whether the answer is a name, which any words may be."""
    kind = kind_of(field)
    return kind.is_name or (kind.is_story and 0 < field.limits[1] <= LONGEST_NAME)
