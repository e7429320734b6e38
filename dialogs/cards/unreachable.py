"""An association that has shut Lots out: its cases say so, their owners are told once, and again when it is back.

Of a closed case only the card and the notes tell: nobody waits to answer there.

Who blocks Lots, or deletes the account, is noticed when Telegram tells it or refuses a message. A refused answer is
kept, and goes once more behind the first sign of life (`bot/turns/unseen.py`).
"""

from dialogs.cards.card import card
from dialogs.cards.log import in_group, logged
from dialogs.cards.what_follows import desk_chat
from dialogs.conversation.effects import AddMessage, Effect, EraseChat, SaveCase
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN


def noticed(turn: Turn) -> Outcome:
    """Note in the cases of whoever's chat it is that they cannot be reached, and tell the desks of the open ones.

    Whoever has been heard meanwhile can be reached.
    """
    outcome, session = Outcome(turn.session), turn.session
    if not session.away:
        return outcome
    since = session.away_since or turn.now
    for case in turn.snapshot.cases:
        if case.chat == session.chat and case.unreachable_since is None:
            changed = case.but(unreachable_since=since, version=case.version + 1)
            day = since.astimezone(turn.world.packs[case.municipality].zone).date().isoformat()
            outcome = _told(turn, outcome, case, changed, "desk.unreachable", day=day)
    return outcome


def heard_again(turn: Turn, outcome: Outcome) -> Outcome:
    """Add to what a person is answered that their cases can be answered again, and tell their desks.

    `turn` is that of the event, `outcome` what was answered to it, in which the cases may have changed.
    """
    if any(isinstance(effect, EraseChat) for effect in outcome.effects):
        return outcome
    newest = {effect.case.reference: effect.case for effect in outcome.effects if isinstance(effect, SaveCase)}
    for known in turn.snapshot.cases:
        case = newest.get(known.reference, known)
        if case.chat == turn.event.sender.chat and case.unreachable_since is not None:
            changed = case.but(unreachable_since=None, version=case.version + 1)
            outcome = _told(turn, outcome, case, changed, "desk.reachable")
    return outcome


def _told(turn: Turn, outcome: Outcome, case: Case, changed: Case, key: str, **values: str) -> Outcome:
    """Add that a case has changed so: kept, on its card, noted, and if it is open told under it by its owner's name."""
    chat, known = desk_chat(turn, case), {"owner": case.owner_name, **values}
    told = Reply(in_group(turn, case, key, **known), chat=chat, about=case.reference, under_card=True)
    words = (told,) if case.state in OPEN else ()
    effects: tuple[Effect, ...] = (
        SaveCase(changed, case.version),
        AddMessage(case.reference, logged(turn, case, key, **known).but(name="")),
    )
    replies = (*outcome.replies, card(turn, changed, chat), *words)
    return outcome.but(replies=replies, effects=(*outcome.effects, *effects))
