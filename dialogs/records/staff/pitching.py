"""Somebody who may pitch, as far as the municipality has been shown who they are."""

from datetime import datetime

from dialogs.records.value import Value


class Pitching(Value, frozen=True):
    """A proposal whose association said that both papers went in time (V17), and since when (aware, in UTC).

    `reached` tells whether it can be told news and wants them. All else is what was sent to the municipality with its
    case, and empty without one: its `reference`, `who` it is, the `title` of the idea, what was `said` of the pitch
    (who, language, aids), the `languages` that this names (codes), and whom to call (`contact`).
    """

    proposal: str
    since: datetime
    reached: bool = True
    reference: str = ""
    who: str = ""
    title: str = ""
    said: str = ""
    languages: tuple[str, ...] = ()
    contact: str = ""
