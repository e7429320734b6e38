"""What is noted of who saw a case, or did something with it, at the desk and in an office.

The association's own doings are in the case itself, and nobody but those at the municipality is in the log.
"""

from collections.abc import Iterable

from dialogs.conversation.effects import Effect, NoteAccess
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.for_a_time.access import Access, of_all


def noted(turn: Turn, case: Case, act: str) -> tuple[Effect, ...]:
    """The note that whoever's turn it is saw a case or did something with it; none where that is the association."""
    sender = turn.event.sender
    own_chat = sender.private and sender.seat is None
    return () if own_chat else (NoteAccess(Access(turn.now, case.reference, sender.user, act)),)


def noted_of_all(turn: Turn, act: str) -> tuple[Effect, ...]:
    """The note that a navigator saw all cases of the municipality at once."""
    sender = turn.event.sender
    return (NoteAccess(Access(turn.now, of_all(sender.staff), sender.user, act)),)


def with_name(outcome: Outcome, name: str) -> Outcome:
    """The outcome in which the name is remembered of somebody who is noted in a log, so that it can be read there."""
    session = outcome.session
    if not name or name == session.desk.name or not any(_is_noted(outcome.effects)):
        return outcome
    return outcome.but(session=session.but(desk=session.desk.but(name=name)))


def _is_noted(effects: Iterable[Effect]) -> Iterable[bool]:
    return (isinstance(effect, NoteAccess) for effect in effects)
