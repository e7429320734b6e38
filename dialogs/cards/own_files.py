"""Files that an association sent as answers: they go to the desk with its case, each once, and stay with the case."""

from dialogs import texts
from dialogs.cards import from_association
from dialogs.cards.languages import chat_language, desk_language
from dialogs.conversation import own_proposals
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage, Stray
from dialogs.records.proposal import Proposal


def passed_on(turn: Turn, outcome: Outcome, case: Case, proposal: Proposal | None) -> Outcome:
    """Let the files of a proposal follow its case to the desk, but for those that the desk has got before.

    `proposal` is as it stood before it was handed over; without one there is nothing to follow.
    """
    if proposal is None:
        return outcome
    pack = turn.world.packs[case.municipality]
    language, desk = desk_language(turn, pack), turn.desk_of(case.municipality)
    there = own_proposals.files(pack, _handed_before(proposal), language)
    new = [file for file in own_proposals.files(pack, proposal, language) if not _is_among(file, there)]
    items = [Stray(texts.plain(language, "desk.own_file", name=file.name), file) for file in new]
    kept = (CaseMessage("association", item.text, turn.now, attachment=item.attachment) for item in items)
    replies = (
        _naming(turn, case, reply) for item in items for reply in from_association.passed_on(turn, case, item, desk)
    )
    effects = (*outcome.effects, *(AddMessage(case.reference, message) for message in kept))
    return outcome.but(effects=effects, replies=(*outcome.replies, *replies))


def _naming(turn: Turn, case: Case, reply: Reply) -> Reply:
    """The message that tells the association, by its name, of a file that Telegram has no more."""
    receipt, file = reply.receipt, reply.attachment
    if receipt is None or file is None:
        return reply
    gone = texts.say(chat_language(turn, case), "papers.file_gone", name=file.name)
    return reply.but(receipt=receipt.but(refused=gone, part=gone, shut_out=receipt.shut_out or receipt.refused))


def _handed_before(proposal: Proposal) -> Proposal:
    return proposal.but(answers=proposal.handed[-1].answers if proposal.handed else {})


def _is_among(file: Attachment, others: tuple[Attachment, ...]) -> bool:
    return any(file.is_file(other) for other in others)
