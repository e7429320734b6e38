"""What follows when a case changes, as the table of its states says, and what is said under its card.

It is kept, reminders are planned anew, the card changes. What may not be done is answered with the reason.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dialogs import texts
from dialogs.cards import access
from dialogs.cards.card import card
from dialogs.cards.case_at_hand import is_told_there
from dialogs.cards.languages import desk_language
from dialogs.cards.log import in_group, logged
from dialogs.conversation import statements
from dialogs.conversation.effects import AddMessage, Effect, SaveCase
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import case_ladder
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
    Refusal.OURS: "rhythm.ours_already",
}


def effects(turn: Turn, case: Case | None, changed: Case, act: CaseAct) -> tuple[Effect, ...]:
    """What must be done after an act: the case is kept as it now stands, the desk's reminders follow it, and who did it
    is noted.

    `case` is the case before, None if there was none yet. What fell due while it waited for others is not made up for.
    """
    plan = case_ladder.planned_ahead if case is not None and statements.others(case) else case_ladder.planned
    planned = plan(turn, changed) if Follows.REMINDERS in follows(case, act) else ()
    return (SaveCase(changed, case.version if case else 0), *planned, *access.noted(turn, changed, act))


def done(turn: Turn, case: Case, changed: Case, act: CaseAct, key: str, **values: str) -> Outcome:
    """What a navigator's act comes to that everybody at the desk sees: kept, on the card, told, and noted in the case.

    `key` is the text that tells it, `values` what it says beside the reference and the navigator's name, as `log.py`
    keeps them.
    """
    told = Reply(in_group(turn, case, key, **values), about=case.reference, under_card=True)
    kept = (*effects(turn, case, changed, act), AddMessage(case.reference, logged(turn, case, key, **values)))
    return Outcome(turn.session, (*cards(turn, case, changed, act), told), kept)


def acted(turn: Turn, case: Case) -> dict[str, datetime]:
    """What changes in a case because its owner did something in it; nothing if somebody else did."""
    return {"acted_at": turn.now} if case.owner and case.owner == turn.event.sender.user else {}


def ask_under_card(turn: Turn, case: Case, text: str, offers: tuple[Offer, ...], place: str = "desk") -> Outcome:
    """Ask a navigator something about a case, with buttons that are theirs alone; it stands under the card, or where
    they are in a group with topics.
    """
    outcome = turn.ask(text, offers, place=place)
    there = is_told_there(turn, case)
    asked = (reply.but(about=case.reference, under_card=there) for reply in outcome.replies)
    return outcome.but(replies=tuple(asked))


def cards(turn: Turn, case: Case | None, changed: Case, act: CaseAct) -> tuple[Reply, ...]:
    """The card as it now stands, none if an act leaves it as it is."""
    return (card(turn, changed, desk_chat(turn, changed)),) if Follows.CARD in follows(case, act) else ()


def desk_chat(turn: Turn, case: Case) -> int:
    """The chat of the navigators who have a case: this one if it is theirs; 0 for nowhere."""
    sender = turn.event.sender
    return sender.chat if sender.staff == case.municipality else turn.desk_of(case.municipality)


FREE: Mapping[str, Any] = {"owner": 0, "owner_name": "", "owner_language": "", "acted_at": None}
"""What changes in a case that nobody has any more."""


def owned(turn: Turn) -> dict[str, Any]:
    """What changes in a case that belongs from now on to the navigator whose turn it is."""
    sender = turn.event.sender
    return {"owner": sender.user, "owner_name": sender.name, "owner_language": turn.language.value}


def say(turn: Turn, case: Case, text: str) -> Outcome:
    """Answer somebody about a case, under its card if that is where they are; nothing changes."""
    return Outcome(turn.session, (Reply(text, about=case.reference, under_card=is_told_there(turn, case)),))


def why_not(turn: Turn, case: Case, refused: Refusal) -> str:
    """Why something may not be done with a case, in words."""
    withdrawn = case.state == CaseState.WITHDRAWN
    return turn.say(WHY_NOT[refused], reference=case.reference, name=case.owner_name, withdrawn=withdrawn)


def note(turn: Turn, case: Case, key: str, chat: int | None, **values: object) -> tuple[Reply, ...]:
    """A line of news under the card, for all who read there; without a chat in that of the event."""
    pack = turn.world.packs[case.municipality]
    text = texts.say(desk_language(turn, pack), key, reference=case.reference, **values)
    return (Reply(text, chat=chat, about=case.reference, under_card=True),)
