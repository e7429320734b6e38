"""What has become known of a letter that Lots sent: said once, in plain words, and never as the registrar's word (V8).

Only the person's own yes to the confirmation counts for the pitch (V17).
"""

from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import ladder
from dialogs.records.letters.mailing import Fate, Mailing, MailNews
from dialogs.records.proposal import Proposal
from dialogs.versions.differences import without_what_did_not_go


def told(turn: Turn, news: MailNews) -> Outcome:
    """Keep what is known now, and tell it. That the registrar's own server has a letter is only kept."""
    proposal = turn.proposal_by_id(news.proposal)
    mailing = next((item for item in proposal.mailings if item.id == news.id), None) if proposal else None
    if proposal is None or mailing is None:
        return Outcome(turn.session)
    known = mailing if news.answer else mailing.but(fate=news.fate, at=news.at, why=news.why)
    lost = known.fate in (Fate.REFUSED, Fate.BOUNCED)
    kept = without_what_did_not_go(proposal, mailing.asked_at) if lost else proposal
    changed = kept.but(
        mailings=tuple(known if item.id == known.id else item for item in proposal.mailings),
        version=proposal.version + 1,
    )
    if news.fate is Fate.DELIVERED and not news.answer:
        return Outcome(turn.session, (), (SaveProposal(changed), *ladder.planned(turn, changed)))
    turn = own_proposals.with_proposal(turn, changed)
    offers = _offers(turn, changed, known, news)
    key = f"mail:{news.id}:{'answer' if news.answer else news.fate.value}:{news.at:%Y%m%dT%H%M%S}"
    reply = Reply(_text(turn, changed, known, news), offers, about=changed.id, key=key)
    session = turn.session.but(pushed=offers, reminded=turn.session.revision)
    return Outcome(session, (reply,), (SaveProposal(changed), *ladder.planned(turn, changed)))


def _text(turn: Turn, proposal: Proposal, mailing: Mailing, news: MailNews) -> str:
    pack, around, letter = turn.pack_of(proposal), statements.round_of(turn, proposal), mailing.letter
    return turn.say(
        "mail.answer" if news.answer else f"mail.{news.fate.value}",
        title=own_proposals.title(turn, proposal),
        at=news.at.astimezone(pack.zone),
        papers=letter.carries_papers,
        late=around is not None and letter.carries_papers and news.at > around.deadline,
        whole=news.whole,
        missing=news.missing,
        reply_to=letter.reply_to,
        why=turn.plain(f"mail.why_{news.why}", to=letter.to) if news.why else "",
        said=news.said,
        sent=proposal.sent_at is not None,
        answer=news.answer,
    )


def _offers(turn: Turn, proposal: Proposal, mailing: Mailing, news: MailNews) -> tuple[Offer, ...]:
    """The ways on: the confirmation where there may be one, else the draft; taking back what was said."""
    confirmed = (
        turn.offer("papers.receipt_yes", "papers.receipt", proposal.id),
        turn.offer("papers.receipt_no", "papers.no_receipt", proposal.id),
    )
    person, opened = turn.offer("common.person", "person"), turn.offer("mail.open", "mail.open", proposal.id)
    there = news.fate in (Fate.ACCEPTED, Fate.UNKNOWN)
    if news.answer:
        return (*confirmed, person)
    if not mailing.letter.carries_papers:
        withdrawn = turn.offer("mail.withdrawn", "sent.take_back", proposal.id)
        return (withdrawn if there else opened, person)
    if there:
        both = turn.offer("papers.both_sent", "papers.sent", proposal.id)
        return (*(confirmed if proposal.sent_at else (confirmed[0], both)), person)
    back = (turn.offer("papers.take_back", "sent.take_back", proposal.id),) if proposal.sent_at else ()
    return (opened, *back, person)
