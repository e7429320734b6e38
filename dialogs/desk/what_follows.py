"""What follows when a case changes, as the table of its states says: reminders are planned, its card changes."""

from dialogs.conversation.effects import Effect, SaveCase
from dialogs.conversation.replies import Reply
from dialogs.conversation.turn import Turn
from dialogs.deadlines import case_ladder
from dialogs.desk.card import card
from dialogs.records.case import Case
from dialogs.records.case_changes import follows
from dialogs.records.case_states import CaseAct, Follows


def effects(turn: Turn, case: Case | None, changed: Case, act: CaseAct) -> tuple[Effect, ...]:
    """What must be done after an act: the case is kept as it now stands, and the desk's reminders follow it.

    `case` is the case before, None if there was none yet.
    """
    planned = case_ladder.planned(turn, changed) if Follows.REMINDERS in follows(case, act) else ()
    return (SaveCase(changed, case.version if case else 0), *planned)


def cards(turn: Turn, case: Case | None, changed: Case, act: CaseAct) -> tuple[Reply, ...]:
    """The card as it now stands, none if an act leaves it as it is."""
    return (card(turn, changed, desk_chat(turn, changed)),) if Follows.CARD in follows(case, act) else ()


def desk_chat(turn: Turn, case: Case) -> int:
    """The chat of the navigators who have a case: this one if it is theirs; 0 for nowhere."""
    sender = turn.event.sender
    return sender.chat if sender.staff == case.municipality else turn.desk_of(case.municipality)
