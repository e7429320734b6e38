"""A yes before the proposal is sent, where the association wants one: of its board, or of who signs for it.

The owner asks somebody who takes part; to view is enough. A nod is for the answers as they were when it was asked for:
if one has changed since, they are to be looked at first. Whoever has nodded is asked again as soon as one changes.
"""

from collections.abc import Iterable
from hashlib import sha256

from dialogs.conversation import own_proposals
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.records.proposal import Proposal
from dialogs.records.together.sharing import Nod, Role, Sharing
from dialogs.together import rights, telling
from dialogs.together.inviting import known, saved

ANSWERS = {"together.nod": "together.nod", "together.open_draft": "proposal.resume"}
"""What stands under the question for a nod."""


def print_of(proposal: Proposal) -> str:
    """Return a fingerprint of all answers, whoever gave them."""
    told = sorted((key, answer.state, answer.said) for key, answer in proposal.answers.items())
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


def ask_for(turn: Turn, chat: str) -> Outcome:
    """Ask somebody for a nod."""
    proposal = turn.proposal
    was = turn.snapshot.sharings.get(proposal.id) if proposal else None
    them = next((one for one in was.others if str(one.chat) == chat), None) if was else None
    if proposal is None or was is None or them is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    asked = Nod(them.chat, turn.now, of=print_of(proposal))
    now = was.next(nods=(*(nod for nod in was.nods if nod.chat != them.chat), asked))
    outcome = before(turn.say("together.nod_asked", name=them.name), known(turn, now).go("together"))
    news = telling.told(turn, them.chat, proposal, "will_you_nod", offers=ANSWERS)
    return also(outcome.but(replies=(*outcome.replies, news)), saved(was, now))


def nod(turn: Turn, proposal_id: str) -> Outcome:
    """Take the nod of somebody who was asked for it, for the answers as they stand now."""
    proposal = turn.proposal_by_id(proposal_id) or turn.proposal
    was = turn.snapshot.sharings.get(proposal.id) if proposal else None
    mine = _of(was, turn.session.chat)
    if proposal is None or was is None or mine is None:
        return before(turn.say("together.no_nod_asked"), turn.present())
    given = mine.but(at=turn.now if mine.of == print_of(proposal) else None, of=print_of(proposal))
    now = was.next(nods=tuple(given if one.chat == mine.chat else one for one in was.nods))
    here = known(turn, now).at(proposal=proposal.id, municipality=proposal.municipality)
    name = own_proposals.title(turn, proposal)
    if given.at is None:
        return also(before(turn.say("together.look_first", title=name), here.go("proposal.summary")), saved(was, now))
    outcome = before(turn.say("together.nodded", title=name), here.go("together"))
    news = telling.told(turn, proposal.chat, proposal, "has_nodded")
    return also(outcome.but(replies=(*outcome.replies, news)), saved(was, now))


def after_change(turn: Turn, was: Sharing, now: Proposal) -> tuple[Sharing, tuple[Reply, ...]]:
    """Return who takes part once an answer has changed: who had nodded is asked again, and told so, once."""
    fresh = print_of(now)
    stale = [nod for nod in was.nods if nod.at is not None and nod.of != fresh]
    if not stale:
        return was, ()
    again = {nod.chat: Nod(nod.chat, turn.now, of=fresh) for nod in stale}
    changed = was.next(nods=tuple(again.get(nod.chat, nod) for nod in was.nods))
    return changed, tuple(telling.told(turn, chat, now, "nod_again", offers=ANSWERS) for chat in again)


def lines(turn: Turn, proposal: Proposal) -> list[str]:
    """Say of each nod that was asked for whether it was given. Plain text."""
    sharing, zone = turn.snapshot.sharings.get(proposal.id), turn.pack_of(proposal).zone
    named = ((telling.name_of(turn, proposal, nod.chat), nod.at) for nod in _listed(sharing))
    return [
        turn.plain("together.nod_given", name=name, at=at.astimezone(zone))
        if at
        else turn.plain("together.nod_missing", name=name)
        for name, at in named
    ]


def are_missing(turn: Turn, proposal: Proposal) -> bool:
    """Tell whether a nod that was asked for has not been given."""
    return any(nod.at is None for nod in _listed(turn.snapshot.sharings.get(proposal.id)))


def ways(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The button for somebody who is asked for a nod and has not given it."""
    mine = _of(turn.snapshot.sharings.get(proposal.id), turn.session.chat)
    waits = mine is not None and mine.at is None
    return (turn.offer("together.nod", "together.nod", proposal.id),) if waits else ()


def _listed(sharing: Sharing | None) -> Iterable[Nod]:
    return sharing.nods if sharing is not None else ()


def _of(sharing: Sharing | None, chat: int) -> Nod | None:
    return next((nod for nod in _listed(sharing) if nod.chat == chat), None)
