"""What somebody corrected of how a need was understood, kept so that people can teach Lots."""

from datetime import timedelta

from dialogs.records.value import Value

KEPT = timedelta(days=365)
"""So long a correction waits for whoever reviews it, and no longer: a pack is looked through once a year at least. What
/privacy says of it is held to this by a test."""


class Correction(Value, frozen=True):
    """A need in the words that were shown, what Lots suggested of it, and what was right.

    `by` is `association`, of whose topics it then is, or `navigator`, of whose offices. `suggested` are the topics or
    offices that Lots named, the first one first. `topics` and `offices` are what is right, as far as anybody said.
    `chat` is the person's own, which agreed to it; `day` the municipality's (ISO date), `language` that of the words.
    """

    id: str
    chat: int
    municipality: str
    language: str
    day: str
    text: str
    suggested: tuple[str, ...]
    topics: tuple[str, ...]
    offices: tuple[str, ...]
    by: str = "association"

    @property
    def chosen(self) -> tuple[str, ...]:
        """What was chosen instead of what was suggested; none where nothing fits."""
        return self.topics if self.by == "association" else self.offices
