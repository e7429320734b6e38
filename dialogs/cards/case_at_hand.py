"""The case that an event of a staff group is about."""

from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.thread import Topics


def case_at_hand(turn: Turn, reference: str = "") -> Case | None:
    """The case that an event is about, if it belongs to this group's municipality, and is the one that is named."""
    case = turn.snapshot.case
    if case is None or case.municipality != turn.event.sender.staff:
        return None
    return case if reference in ("", case.reference) else None


def stands_with(turn: Turn) -> bool:
    """Tell whether words belong to a case by where they stand: they reply to something, or are in the topic of one."""
    return turn.event.sender.reply_to is not None or bool(turn.snapshot.here)


def case_of_words(turn: Turn) -> Case | None:
    """The case that words belong to by where they stand, None if they are the navigators' own talk."""
    return case_at_hand(turn, turn.snapshot.here) if stands_with(turn) else None


def is_told_there(turn: Turn, case: Case) -> bool:
    """Tell whether what somebody asked for about a case is said under its card.

    Where the group has topics the card stands in another one perhaps, and an answer belongs where it was asked for.
    """
    return turn.snapshot.topics is not Topics.ON or turn.snapshot.here == case.reference
