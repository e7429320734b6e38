"""Letting Lots send the letter: first exactly what goes where, then one press, and then nothing is asked again.

What is pressed is what was shown: the press carries what the letter is about, whether a copy goes, and the version of
the draft. Whether it arrived is never said here.
"""

from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SaveProposal, SendMail
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.proposal import papers
from dialogs.proposal.mail import reach, wording
from dialogs.records.letters.letter import About, Letter
from dialogs.records.letters.mailing import Mailing
from dialogs.records.proposal import Proposal
from dialogs.versions.differences import with_the_registrar

COPY, NO_COPY = "copy", "alone"
MAILINGS_KEPT = 20
"""How many letters of a draft are remembered with it: chosen by hand, more than anybody sends."""


def ask(turn: Turn) -> Outcome:
    """Show the letter with both papers as it would go."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    return _shown(turn, proposal, wording.fitting(turn, proposal), NO_COPY)


def ask_withdrawal(turn: Turn) -> Outcome:
    """Show the letter that takes the proposal back as it would go."""
    proposal = turn.proposal
    return _shown(turn, proposal, About.WITHDRAWN, NO_COPY) if proposal else turn.go("proposals")


def show(turn: Turn, argument: str) -> Outcome:
    """Show a letter with or without a copy to the association."""
    proposal, (about, copy, _) = turn.proposal, _read(argument)
    return _shown(turn, proposal, about, copy) if proposal else turn.go("proposals")


def send(turn: Turn, argument: str) -> Outcome:
    """Let the letter go that was shown. If the draft has changed since, show it again instead."""
    proposal, (about, copy, version) = turn.proposal, _read(argument)
    if proposal is None:
        return turn.go("proposals")
    if not _may_go(turn, proposal, about):
        return before(turn.say("mail.over") if reach.is_over(turn, proposal) else "", turn.go("papers"))
    if version != str(proposal.version):
        return before(turn.say("mail.changed"), _shown(turn, proposal, about, copy))
    return _going(turn, proposal, _letter(turn, proposal, about, copy))


def _going(turn: Turn, proposal: Proposal, letter: Letter) -> Outcome:
    around = statements.round_of(turn, proposal)
    mailing = Mailing(turn.snapshot.new_id, letter, turn.now)
    kept = with_the_registrar(turn, proposal, as_it_stands=True) if letter.carries_papers else proposal
    made = kept.but(
        documents_at=turn.now,
        version=proposal.version + 1,
        mailings=(*proposal.mailings, mailing)[-MAILINGS_KEPT:],
    )
    until = around.deadline if around and letter.carries_papers else None
    told = own_proposals.with_proposal(turn, made).ask(
        turn.say("mail.going"), (turn.offer("common.back", "go", "papers"),), place="papers"
    )
    return also(told, SaveProposal(made), SendMail(mailing.id, made.but(mailings=(), at_registrar=()), letter, until))


def _shown(turn: Turn, proposal: Proposal, about: About, copy: str) -> Outcome:
    if not _may_go(turn, proposal, about):
        return turn.go("papers")
    turn = turn.at(place="mail.withdraw" if about is About.WITHDRAWN else "mail.send")
    letter, pack = _letter(turn, proposal, about, copy), turn.pack_of(proposal)
    if not letter.reply_to:
        return _without_address(turn, proposal)
    names = papers.file_names(turn, proposal)
    text = turn.say(
        "mail.preview",
        registrar=turn.words(pack.roles[pack.registrar].name),
        sender=turn.world.mail_from,
        to=letter.to,
        copy_to=letter.copy_to,
        reply_to=letter.reply_to,
        subject=letter.subject,
        body=letter.body,
        papers=letter.carries_papers,
        names=[*(f"{name}.pdf" for name in names), *(file.name for file in papers.attached_to(turn, proposal))],
        gaps=len(own_proposals.missing(pack, own_proposals.as_it_stands(pack, proposal))) * letter.carries_papers,
    )
    return turn.ask(text, _offers(turn, proposal, about, copy))


def _offers(turn: Turn, proposal: Proposal, about: About, copy: str) -> tuple[Offer, ...]:
    other = NO_COPY if copy == COPY else COPY
    draft = "papers.withdraw" if about is About.WITHDRAWN else "papers.mail"
    return (
        turn.offer("mail.go", "mail.go", f"{about.value}:{copy}:{proposal.version}"),
        turn.offer("mail.with_copy" if other == COPY else "mail.without_copy", "mail.show", f"{about.value}:{other}:"),
        turn.offer("papers.mail_draft", draft),
        turn.offer("common.back", "go", "papers"),
    )


def _without_address(turn: Turn, proposal: Proposal) -> Outcome:
    field = wording.address_field(turn.pack_of(proposal))
    change = (turn.offer("mail.tell_address", "change", field.id),) if field else ()
    return turn.ask(turn.say("mail.no_own"), (*change, turn.offer("common.back", "go", "papers")))


def _letter(turn: Turn, proposal: Proposal, about: About, copy: str) -> Letter:
    written = wording.letter(turn, proposal, about)
    return written.but(copy_to=written.reply_to) if copy == COPY else written


def _may_go(turn: Turn, proposal: Proposal, about: About) -> bool:
    in_time = about is About.WITHDRAWN or not reach.is_over(turn, proposal)
    return in_time and reach.can_send(turn, proposal)


def _read(argument: str) -> tuple[About, str, str]:
    about, copy, version = (*argument.split(":"), "", "")[:3]
    return (About(about) if about in set(About) else About.FIRST), copy, version
