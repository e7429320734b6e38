"""What an association does, as it reaches the desk: words that bring a case back, documents, the end of the chat."""

from functools import partial
from typing import Any

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.cards.card import card, offer
from dialogs.cards.languages import chat_language, desk_language
from dialogs.cards.standing_in import of_owner
from dialogs.conversation import statements
from dialogs.conversation.effects import SaveCase, SaveProposal
from dialogs.conversation.replies import Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.case_ladder import promise
from dialogs.incoming.formatted import marked
from dialogs.records.case import Case, Stray
from dialogs.records.case_changes import after, follows
from dialogs.records.case_states import OPEN, WAITING, CaseAct, Follows
from dialogs.records.proposal import Proposal

DOCUMENTS = 2
"""How many documents a draft makes: the basic facts and the paper, each its own file."""
QUOTED = 300
"""In characters: so much is shown of the words that an association answers; the desk has them whole."""


def heard(turn: Turn, case: Case) -> Case:
    """The case after the association has written: open again, back on the desk, and with a day to answer by.

    A promise that stood still for somebody else begins anew; one that was broken stays so, and the desk is told of it
    once more. It is the same case where it waited for an answer to earlier words already, and nothing else changes.
    """
    unanswered = case.written_at if case.state in WAITING else None
    if unanswered is not None and not _wakes(turn, case):
        return case
    promises = Follows.PROMISE in follows(case, CaseAct.WRITE) or bool(statements.others(case))
    changes = {
        "written_at": unanswered or turn.now,
        "answer_by": promise(turn, turn.world.packs[case.municipality]) if promises else case.answer_by,
        "urged_at": turn.now if statements.is_late(turn, case) else None,
    }
    return after(case, CaseAct.WRITE, turn.now, **changes)


def _wakes(turn: Turn, case: Case) -> bool:
    """Whether more words change a case that waits for its answer: it waited for others, was put off, or it is late.

    Of a late answer the desk is told once more at most each day.
    """
    zone = turn.world.packs[case.municipality].zone
    urged = case.urged_at.astimezone(zone).date() if case.urged_at else None
    late = statements.is_late(turn, case) and urged != turn.now.astimezone(zone).date()
    return late or bool(statements.others(case)) or statements.put_off_until(turn, case) is not None


def passed_on(turn: Turn, case: Case, item: Stray, chat: int) -> tuple[Reply, ...]:
    """What the association added, with its marks, under the card, with the button that answers it."""
    pack = turn.world.packs[case.municipality]
    language = desk_language(turn, pack)
    away, words = of_owner(turn, case, language, calls=True), marked(item.text, item.formatted)
    said = {"text": words, "quoted": texts.cut(item.quoted, QUOTED), "away": away}
    line = texts.say(language, "desk.from_association", reference=case.reference, **said)
    offers = (offer(language, "desk.answer", "desk.answer", case),)
    shown = Reply(line, offers, chat=chat, about=case.reference, under_card=True, attachment=item.attachment)
    return (shown.but(receipt=not_seen_yet(turn, case, chat)),)


def not_seen_yet(turn: Turn, case: Case, desk: int) -> Receipt | None:
    """What an association is told if the desk refuses what it sent: that it is kept, and comes when the desk is back.

    Where that is known beforehand it is said at once. It is told too if a file did not come along, or if nobody can
    tell what arrived.
    """
    if not case.chat or not desk or turn.is_shut(case.municipality):
        return None
    said = partial(texts.say, chat_language(turn, case), reference=case.reference)
    perhaps = said("cases.perhaps_not_seen")
    return Receipt(case.chat, delivered="", refused=said("cases.not_seen_yet"), doubtful=perhaps, part=perhaps)


def erased(turn: Turn) -> tuple[Reply, ...]:
    """What a desk sees of a person who erases everything, on cards and as news: nobody can be answered there."""
    gone = [(case, after(case, CaseAct.ERASE, turn.now, chat=0)) for case in turn.snapshot.cases]
    return tuple(post for case, now in gone for post in _of_the_end(turn, case, now))


def _of_the_end(turn: Turn, case: Case, now: Case) -> tuple[Reply, ...]:
    told = Follows.DESK_TOLD in follows(case, CaseAct.ERASE)
    news = what_follows.note(turn, now, "desk.erased", turn.desk_of(case.municipality)) if told else ()
    return (*what_follows.cards(turn, case, now, CaseAct.ERASE), *news)


def documents_of(turn: Turn, proposal: Proposal) -> dict[str, Any]:
    """What a case tells of the documents of its draft: how many were made, and since when they are said to be sent."""
    said = statements.sending(proposal, statements.round_of(turn, proposal))
    sent_at = proposal.sent_at if said is statements.Sending.SENT else None
    return {"documents": DOCUMENTS if proposal.documents_at else 0, "sent_at": sent_at}


def in_its_language(turn: Turn, outcome: Outcome) -> Outcome:
    """Let what comes of its cases be in the language that an association has just chosen; their cards tell the desk.

    `turn` is that of the event, `outcome` what was answered to it.
    """
    before, now = turn.session, outcome.session
    if not now.language_chosen or (before.language_chosen and before.language == now.language):
        return outcome
    saved = {effect.case.reference for effect in outcome.effects if isinstance(effect, SaveCase)}
    for case in turn.snapshot.cases:
        if case.language != now.language and case.reference not in saved and case.chat == now.chat:
            changed = case.but(language=now.language, version=case.version + 1)
            posted = (card(turn, changed, what_follows.desk_chat(turn, case)),) if case.state in OPEN else ()
            kept = (*outcome.effects, SaveCase(changed, case.version))
            outcome = outcome.but(effects=kept, replies=(*outcome.replies, *posted))
    return outcome


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
