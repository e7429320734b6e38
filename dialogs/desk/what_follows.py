"""What follows when a case changes, as the table of its states says, and what is said under its card.

It is kept, reminders are planned anew, the card changes. What may not be done is answered with the reason.
"""

from dialogs import texts
from dialogs.conversation.effects import Effect, SaveCase
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import case_ladder
from dialogs.desk.card import card, desk_language
from dialogs.records.case import Case
from dialogs.records.case_changes import follows
from dialogs.records.case_states import CaseAct, CaseState, Follows, Refusal

WHY_NOT = {
    Refusal.ENDED: "desk.is_closed",
    Refusal.NO_CHAT: "desk.gone",
    Refusal.YOURS: "desk.already_yours",
    Refusal.TAKEN: "desk.already_taken",
    Refusal.FREE: "desk.nobody_has_it",
    Refusal.ANOTHERS: "desk.owner_releases",
}


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


def say(turn: Turn, case: Case, text: str) -> Outcome:
    """Say something under the card of a case; nothing changes."""
    return Outcome(turn.session, (Reply(text, about=case.reference, under_card=True),))


def why_not(turn: Turn, case: Case, refused: Refusal) -> str:
    """Why something may not be done with a case, in words."""
    withdrawn = case.state == CaseState.WITHDRAWN
    return turn.say(WHY_NOT[refused], reference=case.reference, name=case.owner_name, withdrawn=withdrawn)


def note(turn: Turn, case: Case, key: str, chat: int, **values: object) -> tuple[Reply, ...]:
    """A line of news under the card."""
    pack = turn.world.packs[case.municipality]
    text = texts.say(desk_language(pack), key, reference=case.reference, **values)
    return (Reply(text, chat=chat, about=case.reference, under_card=True),)
