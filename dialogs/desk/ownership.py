"""Whose a case is: taken, taken over, given back. Everybody at the desk sees it."""

from dialogs.conversation.effects import AddMessage
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.desk import what_follows
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct


def claim(turn: Turn, case: Case) -> Outcome:
    """Take a case that nobody has; a case that somebody has stays with them."""
    sender = turn.event.sender
    return _changed(turn, case, CaseAct.CLAIM, "desk.claimed", owner=sender.user, owner_name=sender.name)


def take_over(turn: Turn, case: Case) -> Outcome:
    """Take a case from its owner; everyone sees it."""
    sender = turn.event.sender
    return _changed(turn, case, CaseAct.TAKE_OVER, "desk.taken_over", owner=sender.user, owner_name=sender.name)


def release(turn: Turn, case: Case) -> Outcome:
    """Give a case back to the desk. Only its owner does; who wants it takes it over, and everyone sees that."""
    return _changed(turn, case, CaseAct.RELEASE, "desk.released", owner=0, owner_name="")


def _changed(turn: Turn, case: Case, act: CaseAct, key: str, **owner: object) -> Outcome:
    refused = refusal(case, act, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    changed = after(case, act, turn.now, **owner)
    name = turn.event.sender.name
    log = CaseMessage("lots", turn.plain(key, reference=case.reference, name=name), turn.now, internal=True, name=name)
    told = Reply(turn.say(key, reference=case.reference, name=name), about=case.reference, under_card=True)
    kept = what_follows.effects(turn, case, changed, act)
    posted = what_follows.cards(turn, case, changed, act)
    return Outcome(turn.session, (*posted, told), (*kept, AddMessage(case.reference, log)))
