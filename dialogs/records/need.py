"""What an association sees, and what Lots understood of it."""

from dialogs.records.value import Value


class Match(Value, frozen=True):
    """A topic that a need was matched to: a score from 0 to 1 and the person's own words that led there."""

    topic: str
    score: float
    because: tuple[str, ...]


class Need(Value, frozen=True):
    """What an association sees, in its own words, and what it was understood as. `topics`: the main one first.

    `idea` tells that the person was asked, and said that it is an idea for the municipality.
    """

    text: str = ""
    matches: tuple[Match, ...] = ()
    topics: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    idea: bool = False
