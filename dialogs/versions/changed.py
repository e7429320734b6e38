"""What the association changed since the municipality got its proposal: seen in plain words, handed over by one press.

Until that press the municipality has the version that it got. What is sent is what was shown.
"""

from dialogs.cards import from_association, own_files, what_follows
from dialogs.case.follow import offers as of_the_case
from dialogs.case.own_cases import own
from dialogs.case.what_is_sent import case_of, lines_of
from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import AddMessage, SaveProposal
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import NOT_FILLING, Idea, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.finding.office import takes_proposals
from dialogs.proposal.begin import go_on_with_all
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_states import CaseAct
from dialogs.records.proposal import Proposal
from dialogs.records.versions.amendment import Amendment
from dialogs.together import telling
from dialogs.versions import at_desk
from dialogs.versions.differences import handed_over, nameless, since, since_the_papers
from dialogs.versions.rows import labels, rows

PLACE = "versions"


def ask(turn: Turn) -> Outcome:
    """Show what changed, question by question: the words before and now, by whom and when."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    amendment, papers = since(turn, proposal), since_the_papers(turn, proposal)
    if amendment is None:
        return _since_the_papers(turn, proposal, papers) if papers is not None else _nothing(turn, proposal)
    case = _case(turn, proposal)
    text = turn.say(
        "versions.changed",
        title=own_proposals.title(turn, proposal),
        handed=_handed_at(turn, proposal),
        reference=proposal.case,
        rows=_rows(turn, proposal, amendment),
        mine=case is not None,
        papers=_papers_at(turn, proposal) if papers is not None else None,
        since=labels(turn.pack_of(proposal), tuple(one.field for one in papers.changes), turn.language)
        if papers is not None
        else [],
    )
    return turn.ask(text, _ways(turn, proposal, case), place=PLACE)


def _since_the_papers(turn: Turn, proposal: Proposal, amendment: Amendment) -> Outcome:
    """Show what changed since the papers went to the registrar, who has the older ones until newer ones are sent."""
    around = statements.round_of(turn, proposal)
    text = turn.say(
        "versions.papers",
        title=own_proposals.title(turn, proposal),
        papers=_papers_at(turn, proposal),
        rows=_rows(turn, proposal, amendment),
        late=around is not None and turn.now > around.deadline,
        firm=statements.is_firm(around),
    )
    return turn.ask(text, (*_to_documents(turn), turn.offer("proposal.see_all", "part")), place=PLACE)


def _nothing(turn: Turn, proposal: Proposal) -> Outcome:
    return before(turn.say("versions.nothing", handed=_handed_at(turn, proposal)), turn.go("proposal.summary"))


def show(turn: Turn, proposal_id: str) -> Outcome:
    """Show what changed in a proposal of this chat, or one that others share with it."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is None:
        return turn.go("proposals")
    return turn.go(PLACE, proposal=proposal.id, municipality=proposal.municipality, asking="", filling=NOT_FILLING)


def send(turn: Turn, seen: str) -> Outcome:
    """Hand the proposal over again as it now stands. `seen` is the version whose changes were shown."""
    proposal = turn.own_proposal
    case = _case(turn, proposal) if proposal is not None else None
    if proposal is None or case is None:
        return turn.go("proposals")
    amendment = since(turn, proposal)
    if amendment is None or seen != str(proposal.version):
        return before(turn.say("versions.not_sent_yet"), turn.present()) if amendment else turn.present()
    amendment = nameless(amendment)
    changed, handed = _with_the_new(turn, case, amendment), handed_over(turn, proposal)
    outcome = turn.ask(
        turn.say("versions.sent", reference=case.reference, shut=turn.is_shut(case.municipality)),
        (*_to_documents(turn), *of_the_case(own_proposals.with_proposal(turn, handed), changed)),
        effects=(
            *what_follows.effects(turn, case, changed, CaseAct.WRITE),
            AddMessage(case.reference, CaseMessage("association", _in_plain(turn, proposal, amendment), turn.now)),
            SaveProposal(handed),
        ),
        place="case",
        case=case.reference,
    )
    cards = what_follows.cards(turn, case, changed, CaseAct.WRITE)
    told = outcome.but(replies=(*outcome.replies, *cards, *at_desk.told(turn, changed, amendment)))
    return own_files.passed_on(turn, told, changed, proposal)


def open_again(turn: Turn, reference: str) -> Outcome:
    """Lead to the next question that a navigator has opened again, or to the overview where none is."""
    case = own(turn, reference)
    proposal = turn.proposal_by_id(case.proposal) if case is not None else None
    if proposal is None:
        return turn.go("proposals")
    turn = turn.at(proposal=proposal.id, municipality=proposal.municipality)
    return go_on_with_all(turn) if proposal.reopened else turn.go("proposal.summary", asking="", filling=NOT_FILLING)


def _with_the_new(turn: Turn, case: Case, amendment: Amendment) -> Case:
    """The case as its proposal now stands; where it belongs, and what was agreed in it, stays."""
    there = turn.at(idea=Idea(case.who), municipality=case.municipality)
    fresh = case_of(there, lines_of(there))
    heard = from_association.heard(turn, case)
    return heard.but(
        title=fresh.title,
        lines=fresh.lines,
        need=fresh.need.but(offices=case.need.offices),
        who=fresh.who,
        own_topics=fresh.own_topics,
        amendments=(*case.amendments, amendment),
        reopened=(),
        version=case.version + 1,
    )


def _ways(turn: Turn, proposal: Proposal, case: Case | None) -> tuple[Offer, ...]:
    send_it = (turn.offer("versions.send", "versions.send", str(proposal.version)),) if case is not None else ()
    return (*send_it, turn.offer("proposal.see_all", "part"))


def _to_documents(turn: Turn) -> tuple[Offer, ...]:
    return (turn.offer("papers.make", "papers.make"),) if takes_proposals(turn.home) else ()


def _case(turn: Turn, proposal: Proposal) -> Case | None:
    """The case of a proposal that is this chat's own to hand over."""
    return own(turn, proposal.case) if proposal.case and proposal.chat == turn.session.chat else None


def _rows(turn: Turn, proposal: Proposal, amendment: Amendment) -> list[dict[str, object]]:
    shared = proposal.id in turn.snapshot.sharings
    who = [
        telling.name_of(turn, proposal, change.now.by) if shared and change.now else "" for change in amendment.changes
    ]
    shown = rows(turn.pack_of(proposal), amendment, turn.language)
    return [{**row, "by": name} for row, name in zip(shown, who, strict=True)]


def _in_plain(turn: Turn, proposal: Proposal, amendment: Amendment) -> str:
    """What is kept in the case as the association's own words: the same that it saw, without names."""
    return turn.plain("versions.kept", rows=rows(turn.pack_of(proposal), amendment, turn.language))


def _papers_at(turn: Turn, proposal: Proposal) -> object:
    return proposal.at_registrar[-1].at.astimezone(turn.pack_of(proposal).zone)


def _handed_at(turn: Turn, proposal: Proposal) -> object:
    return proposal.handed[-1].at.astimezone(turn.pack_of(proposal).zone) if proposal.handed else None
