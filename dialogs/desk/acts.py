"""The navigator's desk: who owns a case, what came from the association, the notes, everything of a case at once.

Everything written in the staff group is internal, but for an answer that its writer has seen and sent
(`answer.py`). The card is one message that changes (`card.py`); what happened to a case is kept as its messages.
"""

from typing import Any

from dialogs import texts
from dialogs.conversation import statements
from dialogs.conversation.effects import AddMessage, SaveCase, SaveProposal
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.desk import what_follows
from dialogs.desk.card import desk_language, offer
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after, follows, refusal
from dialogs.records.case_states import WAITING, CaseAct, CaseState, Follows, Refusal
from dialogs.records.proposal import Proposal
from knowledge.calendar import working_days_from
from knowledge.municipality.pack import Pack

ANSWER_WORKING_DAYS = 5
"""Within so many working days an association is promised an answer: chosen for the city to confirm, a week."""
FILES_SHOWN = 10
"""How many files of a case come again at once, the newest: as many messages as one screen or two."""
DOCUMENTS = 2
"""How many documents a draft makes: the basic facts and the paper, each its own file."""
WHY_NOT = {
    Refusal.ENDED: "desk.is_closed",
    Refusal.NO_CHAT: "desk.gone",
    Refusal.YOURS: "desk.already_yours",
    Refusal.TAKEN: "desk.already_taken",
    Refusal.FREE: "desk.nobody_has_it",
    Refusal.ANOTHERS: "desk.owner_releases",
}


def promised_day(turn: Turn, pack: Pack) -> str:
    """The day by which an association that writes now gets an answer, as an ISO date."""
    today = turn.now.astimezone(pack.zone).date()
    return working_days_from(today, ANSWER_WORKING_DAYS, pack.country).isoformat()


def note(turn: Turn, case: Case, key: str, chat: int, **values: object) -> tuple[Reply, ...]:
    """A line of news under the card."""
    pack = turn.world.packs[case.municipality]
    text = texts.say(desk_language(pack), key, reference=case.reference, **values)
    return (Reply(text, chat=chat, about=case.reference, under_card=True),)


def heard(turn: Turn, case: Case) -> Case:
    """The case after the association has written: open again, back on the desk, and with a day to answer by.

    It is the same case where it waited for an answer to earlier words already.
    """
    if case.state in WAITING and case.written_at is not None:
        return case
    promises = Follows.PROMISE in follows(case, CaseAct.WRITE)
    day = promised_day(turn, turn.world.packs[case.municipality]) if promises else case.answer_by
    return after(case, CaseAct.WRITE, turn.now, written_at=turn.now, answer_by=day)


def from_association(turn: Turn, case: Case, text: str, attachment: Attachment | None, chat: int) -> tuple[Reply, ...]:
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


def show(turn: Turn, case: Case) -> Outcome:
    """Show everything that the association sent and what was said since, and its files again."""
    zone = turn.world.packs[case.municipality].zone
    talk = [
        (
            item.at.astimezone(zone),
            turn.plain(f"desk.author_{item.author}"),
            item.name,
            _said_with_file(turn, item),
            item.internal,
        )
        for item in case.messages
    ]
    files = [item for item in case.messages if item.attachment is not None]
    text = turn.say(
        "desk.everything",
        reference=case.reference,
        lines=case.lines,
        talk=talk,
        documents=bool(case.proposal),
        files=len(files),
        shown=FILES_SHOWN,
    )
    again = [_file_again(turn, case, item) for item in files[-FILES_SHOWN:]]
    return Outcome(turn.session, (Reply(text, about=case.reference, under_card=True), *again))


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


def keep_note(turn: Turn, case: Case, text: str, attachment: Attachment | None = None) -> Outcome:
    """Keep words written under the card as an internal note."""
    said = CaseMessage("navigator", text, turn.now, internal=True, name=turn.event.sender.name, attachment=attachment)
    return turn.tell(turn.say("desk.noted", reference=case.reference), effects=(AddMessage(case.reference, said),))


def say(turn: Turn, case: Case, text: str) -> Outcome:
    """Say something under the card of a case; nothing changes."""
    return Outcome(turn.session, (Reply(text, about=case.reference, under_card=True),))


def why_not(turn: Turn, case: Case, refused: Refusal) -> str:
    """Say why something may not be done with a case."""
    withdrawn = case.state == CaseState.WITHDRAWN
    return turn.say(WHY_NOT[refused], reference=case.reference, name=case.owner_name, withdrawn=withdrawn)


def _changed(turn: Turn, case: Case, act: CaseAct, key: str, **changes: object) -> Outcome:
    """Do what changes whose a case is, if it may be done, and let everybody at the desk see it."""
    refused = refusal(case, act, turn.event.sender.user)
    if refused is not None:
        return say(turn, case, why_not(turn, case, refused))
    changed = after(case, act, turn.now, **changes)
    name = turn.event.sender.name
    log = CaseMessage("lots", turn.plain(key, reference=case.reference, name=name), turn.now, internal=True, name=name)
    text = turn.say(key, reference=case.reference, name=name)
    said = Reply(text, about=case.reference, under_card=True)
    kept = what_follows.effects(turn, case, changed, act)
    posted = what_follows.cards(turn, case, changed, act)
    return Outcome(turn.session, (*posted, said), (*kept, AddMessage(case.reference, log)))


def _said_with_file(turn: Turn, item: CaseMessage) -> str:
    name = item.attachment.name or turn.plain(f"desk.kind_{item.attachment.kind}") if item.attachment else ""
    return " ".join(part for part in (item.text, f"[{name}]" if name else "") if part)


def _file_again(turn: Turn, case: Case, item: CaseMessage) -> Reply:
    text = turn.say("desk.file", reference=case.reference, author=turn.plain(f"desk.author_{item.author}"))
    return Reply(text, about=case.reference, under_card=True, attachment=item.attachment)
