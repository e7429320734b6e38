"""The ready e-mail draft: its words in the chat, and a file that a mail program opens with both papers attached."""

from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SaveProposal, SendLetter
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.proposal import papers
from dialogs.proposal.mail import reach, wording
from dialogs.records.letters.letter import About
from dialogs.records.proposal import Proposal


def show(turn: Turn, _argument: str = "") -> Outcome:
    """Write a draft of the e-mail with both papers as they now stand."""
    proposal = turn.proposal
    return _drafted(turn, proposal, wording.fitting(turn, proposal)) if proposal else turn.go("proposals")


def withdraw(turn: Turn, _argument: str = "") -> Outcome:
    """Write a draft of the e-mail that takes a proposal back: what the registrar has, only a letter takes back."""
    proposal = turn.proposal
    return _drafted(turn, proposal, About.WITHDRAWN) if proposal else turn.go("proposals")


def _drafted(turn: Turn, proposal: Proposal, about: About) -> Outcome:
    # The papers are made anew, so that they hold the answers of this moment and its day.
    made = proposal.but(documents_at=turn.now, version=proposal.version + 1)
    turn = own_proposals.with_proposal(turn, made)
    written = wording.letter(turn, made, about)
    receipt = statements.of_files(turn, once=f"{made.id}:{made.version}")
    sending = SendLetter(made, written, turn.session.chat, receipt, turn.language.value)
    told = {"to": written.to, "subject": written.subject, "body": written.body, "papers": written.carries_papers}
    text = turn.say("mail.draft", **told, attached=len(papers.attached_to(turn, made)))
    said = ("mail.withdrawn", "sent.take_back") if about is About.WITHDRAWN else ("papers.both_sent", "papers.sent")
    withdraws = about is About.WITHDRAWN and reach.can_send(turn, made)
    by_lots = (turn.offer("mail.send", "go", "mail.withdraw"),) if withdraws else ()
    offers = (*by_lots, turn.offer(*said, made.id), turn.offer("common.back", "go", "papers"))
    return also(turn.ask(text, offers, place="papers"), SaveProposal(made), sending)
