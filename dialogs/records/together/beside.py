"""What a session remembers of the others at a proposal: what was seen of their answers, and what is being decided."""

from dialogs.records.proposal import Answer
from dialogs.records.value import Value


class SeenAnswer(Value, frozen=True):
    """What stood at a field when it was last shown to somebody; None for no answer."""

    proposal: str
    field: str
    answer: Answer | None


class Clash(Value, frozen=True):
    """An answer that waits: somebody else had written another one since the question was shown."""

    proposal: str
    field: str
    theirs: Answer | None
    mine: Answer


class Beside(Value, frozen=True):
    """What was seen last, and the answer that waits, None where there is none."""

    seen: SeenAnswer | None = None
    clash: Clash | None = None


NOBODY_BESIDE = Beside()
