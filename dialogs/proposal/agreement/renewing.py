"""An association that wants to go on after the end of its agreement says so, and the desk is told."""

from dialogs.agreement.ladder import happening
from dialogs.case import relaying
from dialogs.case.own_cases import own
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.proposal.agreement.beginning import in_hand
from dialogs.records.case import Stray
from knowledge.agreement.days import AgreementDay


def renew(turn: Turn, reference: str) -> Outcome:
    """Pass on that the association wants to go on: the case waits for an answer again."""
    case = own(turn, reference)
    if case is None or case.agreement is None:
        return turn.go("proposals")
    ends = (AgreementDay.END, AgreementDay.PART_END)
    days = [one.on for one in happening(turn.pack_of(case), case) if one.what in ends]
    words = turn.plain("agreement.renew_words", end=max(days, default=None))
    return relaying.relay(in_hand(turn, case), case, (Stray(words),))
