"""Who may do what with a proposal that several people have.

What a step wants to save is held against it, whatever was pressed or written to come there: the buttons that are not
shown are no protection, for one that was shown earlier can still be pressed.
"""

from collections.abc import Mapping

from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.records.proposal import Proposal
from dialogs.records.together.sharing import ROLES, Role

OF_ALL = frozenset({"documents_at", "version", "changed_at"})
"""What everybody who sees a proposal may change of it: that its papers were made."""
OF_THE_OWNER = frozenset({"chat", "case", "handed"})
VERBS: Mapping[str, Role] = {
    "idea": Role.OWNER,
    "versions.send": Role.OWNER,
    "proposal.next": Role.EDIT,
    "proposal.fill": Role.EDIT,
    "proposal.take_up": Role.EDIT,
    "papers.language": Role.EDIT,
    "papers.sent": Role.EDIT,
    "papers.receipt": Role.EDIT,
    "sent.in_time": Role.EDIT,
    "sent.take_back": Role.EDIT,
    "pitch.part": Role.EDIT,
}
"""Buttons that are only shown to those who may do what they do."""
AT_A_DRAFT = ("proposal", "welcome.back", "papers", "sent", "together", "versions", "pitch")
"""What the places begin with where a draft is in hand."""


def role(turn: Turn, proposal: Proposal) -> Role | None:
    """Return what this person is at a proposal, None if it is not for them."""
    if proposal.chat == turn.session.chat:
        return Role.OWNER
    sharing = turn.snapshot.sharings.get(proposal.id)
    person = sharing.of(turn.session.chat) if sharing else None
    return person.role if person else None


def may(turn: Turn, proposal: Proposal, wanted: Role) -> bool:
    """Tell whether this person is at least what is wanted."""
    own = role(turn, proposal)
    return own is not None and ROLES.index(own) >= ROLES.index(wanted)


def refused(turn: Turn, outcome: Outcome) -> Outcome | None:
    """Say that somebody may not do what a step would do, and do nothing of it; None if they may.

    `turn` is that of the event, `outcome` what its step came to.
    """
    for effect in outcome.effects:
        known = turn.proposal_by_id(effect.proposal.id) if isinstance(effect, SaveProposal) else None
        if known is None or not isinstance(effect, SaveProposal) or _takes_over(turn, known, effect.proposal):
            continue
        if not may(turn, known, _needed(known, effect.proposal)):
            return _told(turn, known)
    return None


def fitting(turn: Turn, outcome: Outcome) -> Outcome:
    """Take away the buttons of a draft in hand that this person may not press, and name the others by what they do."""
    session = outcome.session
    draft = turn.proposal_by_id(session.proposal)
    if draft is None or draft.chat == session.chat or not session.place.startswith(AT_A_DRAFT):
        return outcome
    there = turn.at(language=session.language)
    fit = tuple(_named(there, draft, offer) for offer in session.offers if _is_shown(turn, draft, offer))
    replies = [reply.but(offers=fit) if reply.offers == session.offers else reply for reply in outcome.replies]
    return outcome.but(session=session.but(offers=fit), replies=tuple(replies))


def _needed(known: Proposal, wanted: Proposal) -> Role:
    changed = {name for name in Proposal.__struct_fields__ if getattr(known, name) != getattr(wanted, name)}
    if changed & OF_THE_OWNER:
        return Role.OWNER
    return Role.EDIT if changed - OF_ALL else Role.VIEW


def _takes_over(turn: Turn, known: Proposal, wanted: Proposal) -> bool:
    """Whether somebody whom the owner has asked becomes the owner, and nothing else is done."""
    sharing, me = turn.snapshot.sharings.get(known.id), turn.session.chat
    asked = sharing is not None and sharing.heir == me == wanted.chat
    said = [{key: answer.said for key, answer in item.answers.items()} for item in (known, wanted)]
    return (
        asked and said[0] == said[1] and _needed(known, wanted.but(chat=known.chat, answers=known.answers)) is Role.VIEW
    )


def _told(turn: Turn, proposal: Proposal) -> Outcome:
    own = role(turn, proposal) or Role.VIEW
    line = turn.say("together.may_not", role=turn.plain(f"together.as_{own.value}"))
    place = turn.session.place if turn.session.place.startswith("together") else "proposal.summary"
    return before(line, turn.at(heard=None, proposal=proposal.id, municipality=proposal.municipality).go(place))


def _is_shown(turn: Turn, draft: Proposal, offer: Offer) -> bool:
    return may(turn, draft, VERBS.get(offer.action.verb, Role.VIEW))


def _named(turn: Turn, draft: Proposal, offer: Offer) -> Offer:
    """A row of the overview opens for those who may not change it, too."""
    field = turn.pack_of(draft).fields_by_id.get(offer.action.argument) if offer.action.verb == "change" else None
    if field is None or may(turn, draft, Role.EDIT):
        return offer
    return offer.but(label=turn.plain("together.see_row", label=turn.words(field.label)))
