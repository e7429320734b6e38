"""What an association lets Lots learn from a case of its own that a navigator moved to another office."""

from dialogs.case import own_cases
from dialogs.conversation.effects import KeepCorrection
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.finding import corrections
from dialogs.records.case import Case


def keep_words(turn: Turn, reference: str) -> Outcome:
    """Let Lots keep the words of a case; without a reference, of the one that was moved last."""
    case = own_cases.own(turn, reference) if reference else _moved(turn)
    if case is None or not case.came_to:
        return turn.again(turn.say("common.not_here"))
    consent = turn.session.consent.but(given=True, unanswered=0)
    if corrections.is_back(case) or not corrections.can_be_kept(case.need.text):
        return turn.tell(turn.say("corrections.agreed"), consent=consent)
    kept = KeepCorrection(corrections.of_case(turn, case))
    return turn.tell(turn.say("corrections.kept"), effects=(kept,), consent=consent)


def _moved(turn: Turn) -> Case | None:
    """The newest of this chat's cases that were moved."""
    moved = [case for case in turn.snapshot.cases if case.came_to and own_cases.own(turn, case.reference)]
    return next(iter(own_cases.newest_first(moved)), None)
