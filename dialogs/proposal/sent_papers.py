"""What the person says of the sending: both sent, when, not sent after all, the receipt.

It is a statement about the sending, not about the hour of the press: after the deadline one question decides whether
both went in time, and the pitch rests on the answer (V17). It is never taken without a question while answers are
missing or no documents were made, and can always be taken back.
"""

from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn, also, before
from dialogs.deadlines import ladder, muting
from dialogs.pitch.outline import outline
from dialogs.records.proposal import Proposal
from dialogs.together import nods
from dialogs.versions.differences import with_the_registrar, without_what_did_not_go
from knowledge.calendar import MORNING, local, working_days_from
from knowledge.municipality.pack import Round

PREPARED_WORKING_DAYS = 5
"""So many working days before the pitch comes the reminder to decide who speaks."""


def sent(turn: Turn, proposal_id: str) -> Outcome:
    """Take up "we have sent both": after the deadline ask when, while much is missing ask whether."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is None:
        return turn.go("proposals")
    turn = turn.at(proposal=proposal.id, municipality=proposal.municipality, pushed=())
    if _is_sent(turn, proposal):
        return _sent_anew(turn, proposal)
    if _is_begun_late(turn, proposal):
        return _too_late(turn, proposal)
    if _is_over(turn, proposal):
        return turn.go("sent.when")
    if proposal.documents_at is None or _gaps(turn, proposal) or nods.are_missing(turn, proposal):
        return turn.go("sent.sure")
    return in_time(turn, proposal_id)


def ask_when(turn: Turn) -> Outcome:
    """Ask the one question that decides after the deadline."""
    proposal, around = turn.proposal, statements.round_of(turn, turn.proposal) if turn.proposal else None
    if proposal is None or around is None:
        return turn.go("proposals")
    offers = (
        turn.offer("papers.in_time", "sent.in_time", proposal.id),
        turn.offer("papers.missed", "sent.missed", proposal.id),
    )
    return turn.ask(turn.say("papers.when", **_deadline(turn, proposal)), offers)


def ask_sure(turn: Turn) -> Outcome:
    """Ask whether both documents went to the registrar although something is missing."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    offers = (
        turn.offer("papers.surely", "sent.surely", proposal.id),
        turn.offer("papers.not_yet", "sent.not_yet", proposal.id),
    )
    made, gaps = proposal.documents_at is not None, _gaps(turn, proposal)
    known = {"title": own_proposals.title(turn, proposal), "nods": nods.lines(turn, proposal)}
    return turn.ask(turn.say("papers.sure", **known, made=made, gaps=gaps), offers)


def surely(turn: Turn, proposal_id: str) -> Outcome:
    """Take the word that both went to the registrar, unless the deadline has passed while it was asked."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is not None and not _is_sent(turn, proposal) and _is_over(turn, proposal):
        return turn.at(municipality=proposal.municipality).go("sent.when", proposal=proposal.id)
    return in_time(turn, proposal_id)


def in_time(turn: Turn, proposal_id: str, words: str = "") -> Outcome:
    """Note that both were sent in time, in the person's words if they were typed. It opens receipt and pitch."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is None:
        return turn.go("proposals")
    if _is_sent(turn, proposal):
        return _ask_for_receipt(turn, proposal)
    if _is_begun_late(turn, proposal):
        return _too_late(turn, proposal)
    kept = with_the_registrar(turn, proposal, as_it_stands=False)
    changed = kept.but(sent_at=turn.now, sent_words=words, version=proposal.version + 1)
    turn = _with(turn, changed)
    around = statements.round_of(turn, changed)
    text = turn.say("papers.sent", title=own_proposals.title(turn, changed), **_pitch(turn, around))
    return _kept(turn, changed, turn.ask(text, _after_sending(turn, changed), place="welcome.back"))


def missed(turn: Turn, proposal_id: str) -> Outcome:
    """Note that both were not sent in time, and say why there is no pitch. Before the deadline nothing is lost yet."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is None or not _is_over(turn, proposal):
        return take_back(turn, proposal_id)
    if _is_begun_late(turn, proposal):
        return _too_late(turn, proposal)
    changed = _unsaid(turn, proposal)
    turn = _with(turn, changed)
    back = turn.offer("papers.in_time_after_all", "sent.in_time", changed.id)
    return _kept(turn, changed, _too_late(turn, changed, back))


def not_yet(turn: Turn, proposal_id: str) -> Outcome:
    """Leave a draft unsent, and say so."""
    proposal = turn.proposal_by_id(proposal_id)
    return turn.go("welcome.back", proposal=proposal.id, pushed=()) if proposal else turn.go("proposals")


def take_back(turn: Turn, proposal_id: str) -> Outcome:
    """Take back what was said of the sending; the reminders of the last day are planned again."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is None:
        return turn.go("proposals")
    if _is_over(turn, proposal):
        return missed(turn, proposal_id)
    if not _is_sent(turn, proposal):
        return not_yet(turn, proposal_id)
    changed = _unsaid(turn, proposal)
    turn = _with(turn, changed)
    line = turn.say("papers.taken_back", reminded=not muting.is_stopped(turn.session, muting.DEADLINE))
    return _kept(turn, changed, before(line, turn.go("welcome.back")))


def receipt(turn: Turn, proposal_id: str) -> Outcome:
    """Note that the registrar confirmed. Whoever has not said that both were sent is asked that first."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is None:
        return turn.go("proposals")
    if not _is_sent(turn, proposal):
        return sent(turn, proposal_id)
    changed = proposal.but(receipt_at=proposal.receipt_at or turn.now, version=proposal.version + 1)
    turn = own_proposals.with_proposal(turn, changed).at(pushed=())
    return _kept(turn, changed, turn.aside(turn.say("papers.receipt_noted")))


def no_receipt(turn: Turn, proposal_id: str = "") -> Outcome:
    """Say what to do when the registrar has not confirmed, and leave the yes for later; one that was said is undone."""
    proposal = turn.proposal_by_id(proposal_id) or turn.proposal
    text = turn.say("papers.no_receipt_yet")
    if proposal is None or not _is_sent(turn, proposal):
        return turn.aside(text)
    if proposal.receipt_at is None:
        return before(text, turn.go("welcome.back", proposal=proposal.id, municipality=proposal.municipality))
    changed = proposal.but(receipt_at=None, version=proposal.version + 1)
    return _kept(
        turn, changed, before(f"{turn.say('papers.receipt_unsaid')} {text}", _with(turn, changed).go("welcome.back"))
    )


def which(turn: Turn, verb: str, proposals: tuple[Proposal, ...]) -> Outcome:
    """Ask which of several drafts something was said of."""
    names = zip((item.id for item in proposals), statements.named_apart(turn, proposals), strict=True)
    offers = tuple(turn.offer("common.plain", verb, name, text=title) for name, title in names)
    return turn.ask(turn.say("papers.which"), offers, place="welcome.back")


def _ask_for_receipt(turn: Turn, proposal: Proposal) -> Outcome:
    """Say again what stands; only what was not said yet is asked."""
    return turn.go("welcome.back", proposal=proposal.id, municipality=proposal.municipality)


def _sent_anew(turn: Turn, proposal: Proposal) -> Outcome:
    """Keep the newer papers as those that the registrar has; where there are none, say again what stands."""
    if not _are_newer(proposal):
        return _ask_for_receipt(turn, proposal)
    changed = with_the_registrar(turn, proposal, as_it_stands=False).but(version=proposal.version + 1)
    shown = _with(turn, changed).go("welcome.back")
    return also(before(turn.say("papers.sent_anew"), shown), SaveProposal(changed))


def _are_newer(proposal: Proposal) -> bool:
    """Whether papers were made after those that the registrar has."""
    made, gone = proposal.documents_at, proposal.at_registrar
    return made is not None and bool(gone) and made > gone[-1].at


def ways(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The buttons about the sending that fit what was said so far: the receipt, taking back, or having sent."""
    around = statements.round_of(turn, proposal)
    match statements.sending(proposal, around):
        case Sending.SENT:
            confirmed = (
                () if proposal.receipt_at else (turn.offer("papers.receipt_yes", "papers.receipt", proposal.id),)
            )
            newer = (turn.offer("papers.newer_sent", "papers.sent", proposal.id),) if _are_newer(proposal) else ()
            pitch = outline.ways(turn, proposal)
            return (*newer, *confirmed, *pitch, turn.offer("papers.take_back", "sent.take_back", proposal.id))
        case Sending.MISSED:
            return (turn.offer("papers.in_time_after_all", "sent.in_time", proposal.id),)
        case Sending.NOT_SENT:
            made = proposal.documents_at is not None or _is_over(turn, proposal)
            return (turn.offer("papers.both_sent", "papers.sent", proposal.id),) if made and around else ()


def _too_late(turn: Turn, proposal: Proposal, *back: Offer) -> Outcome:
    """Say why there is no pitch, with the ways on."""
    text = turn.say("papers.too_late", **_deadline(turn, proposal))
    return turn.ask(text, (*back, turn.offer("idea.send_to_municipality", "idea")), place="welcome.back")


def _is_begun_late(turn: Turn, proposal: Proposal) -> bool:
    around = statements.round_of(turn, proposal)
    return around is not None and not statements.begun_in_time(proposal, around)


def _after_sending(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    return (
        turn.offer("papers.receipt_yes", "papers.receipt", proposal.id),
        turn.offer("papers.receipt_no", "papers.no_receipt", proposal.id),
        *outline.ways(turn, proposal),
        turn.offer("papers.take_back", "sent.take_back", proposal.id),
        turn.offer("idea.send_to_municipality", "idea"),
    )


def _unsaid(turn: Turn, proposal: Proposal) -> Proposal:
    kept = without_what_did_not_go(proposal, proposal.sent_at)
    return kept.but(sent_at=None, sent_words="", receipt_at=None, unsent_at=turn.now, version=proposal.version + 1)


def _with(turn: Turn, changed: Proposal) -> Turn:
    known = own_proposals.with_proposal(turn, changed)
    return known.at(proposal=changed.id, municipality=changed.municipality, pushed=())


def _kept(turn: Turn, proposal: Proposal, outcome: Outcome) -> Outcome:
    """Keep what was said of a draft, and let its reminders follow."""
    return also(outcome, SaveProposal(proposal), *ladder.planned(turn, proposal))


def _is_sent(turn: Turn, proposal: Proposal) -> bool:
    return statements.sending(proposal, statements.round_of(turn, proposal)) is Sending.SENT


def _is_over(turn: Turn, proposal: Proposal) -> bool:
    around = statements.round_of(turn, proposal)
    return around is not None and turn.now > around.deadline


def _gaps(turn: Turn, proposal: Proposal) -> int:
    pack = turn.pack_of(proposal)
    return len(own_proposals.missing(pack, own_proposals.as_it_stands(pack, proposal)))


def _deadline(turn: Turn, proposal: Proposal) -> dict[str, object]:
    around = statements.round_of(turn, proposal)
    return {
        "title": own_proposals.title(turn, proposal),
        "deadline": around.deadline if around else None,
        "place": turn.words(turn.pack_of(proposal).place_time),
        "firm": statements.is_firm(around),
    }


def _pitch(turn: Turn, around: Round | None) -> dict[str, object]:
    pitch, home = around.pitch if around else None, turn.home
    ahead = pitch if pitch and turn.now <= pitch else None
    prepared = working_days_from(ahead.date(), -PREPARED_WORKING_DAYS, home.country) if ahead else None
    return {
        "pitch": ahead,
        "minutes": around.pitch_minutes if around else 0,
        "place": turn.words(home.place_time),
        "reminded": not muting.is_stopped(turn.session, muting.PITCH),
        "prepare": prepared is not None and turn.now >= local(prepared, MORNING, home.zone),
    }
