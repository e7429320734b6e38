"""What an association does, as it reaches the desk: words that bring a case back, documents, the end of the chat."""

from typing import Any

from dialogs import texts
from dialogs.conversation import statements
from dialogs.conversation.effects import SaveCase, SaveProposal
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.case_ladder import promised_day
from dialogs.desk import what_follows
from dialogs.desk.card import desk_language, offer
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.case_changes import after, follows
from dialogs.records.case_states import WAITING, CaseAct, Follows
from dialogs.records.proposal import Proposal

DOCUMENTS = 2
"""How many documents a draft makes: the basic facts and the paper, each its own file."""


def heard(turn: Turn, case: Case) -> Case:
    """The case after the association has written: open again, back on the desk, and with a day to answer by.

    It is the same case where it waited for an answer to earlier words already.
    """
    if case.state in WAITING and case.written_at is not None:
        return case
    promises = Follows.PROMISE in follows(case, CaseAct.WRITE)
    day = promised_day(turn, turn.world.packs[case.municipality]) if promises else case.answer_by
    return after(case, CaseAct.WRITE, turn.now, written_at=turn.now, answer_by=day)


def passed_on(turn: Turn, case: Case, text: str, attachment: Attachment | None, chat: int) -> tuple[Reply, ...]:
    """What the association added, under the card, with the button that answers it."""
    pack = turn.world.packs[case.municipality]
    language = desk_language(pack)
    line = texts.say(language, "desk.from_association", reference=case.reference, text=text)
    offers = (offer(language, "desk.answer", "desk.answer", case),)
    return (Reply(line, offers, chat=chat, about=case.reference, under_card=True, attachment=attachment),)


def erased(turn: Turn) -> tuple[Reply, ...]:
    """The cards of a person who erases everything: nobody can be answered there any more."""
    gone = [(case, after(case, CaseAct.ERASE, turn.now, chat=0)) for case in turn.snapshot.cases]
    return tuple(post for case, now in gone for post in what_follows.cards(turn, case, now, CaseAct.ERASE))


def documents_of(turn: Turn, proposal: Proposal) -> dict[str, Any]:
    """What a case tells of the documents of its draft: how many were made, and since when they are said to be sent."""
    said = statements.sending(proposal, statements.round_of(turn, proposal))
    sent_at = proposal.sent_at if said is statements.Sending.SENT else None
    return {"documents": DOCUMENTS if proposal.documents_at else 0, "sent_at": sent_at}


def kept_current(turn: Turn, outcome: Outcome) -> Outcome:
    """Bring what an association has just done or said of its documents onto the card of its case."""
    saved = {effect.case.reference for effect in outcome.effects if isinstance(effect, SaveCase)}
    drafts = {item.proposal.case: item.proposal for item in outcome.effects if isinstance(item, SaveProposal)}
    for case in turn.snapshot.cases:
        told = case.but(**documents_of(turn, drafts[case.reference])) if case.reference in drafts else case
        if told != case and case.reference not in saved:
            changed = after(case, CaseAct.DOCUMENTS, turn.now, **documents_of(turn, drafts[case.reference]))
            kept = what_follows.effects(turn, case, changed, CaseAct.DOCUMENTS)
            posted = what_follows.cards(turn, case, changed, CaseAct.DOCUMENTS)
            outcome = outcome.but(effects=(*outcome.effects, *kept), replies=(*outcome.replies, *posted))
    return outcome
