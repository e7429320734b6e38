"""Who takes part in a proposal: the list, and how somebody is taken out, leaves, or becomes the owner."""

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import Effect, SaveProposal
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import NOT_FILLING, Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.deadlines import ladder
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.together.sharing import GONE, Participant, Role, Sharing
from dialogs.together import nods, rights, telling
from dialogs.together.inviting import known, saved, shared

ANSWERING_HEIR = {"together.take_over": "together.take_over", "together.decline": "together.decline"}


def ask(turn: Turn) -> Outcome:
    """List who takes part and what they may do, the open links, the nods, and the ways on."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    sharing = shared(turn, proposal)
    zone = turn.pack_of(proposal).zone
    links = [one for one in sharing.invitations if one.expires > turn.now]
    text = turn.say(
        "together.people",
        title=own_proposals.title(turn, proposal),
        people=[_line(turn, person) for person in sharing.people],
        links=[(turn.plain(f"together.as_{one.role.value}"), one.expires.astimezone(zone)) for one in links],
        nods=nods.lines(turn, proposal),
        heir=telling.name_of(turn, proposal, sharing.heir) if sharing.heir else "",
        comments=len(sharing.comments),
    )
    return turn.ask(text, _offers(turn, proposal, sharing))


def opened(turn: Turn, proposal_id: str) -> Outcome:
    """Open the list for a draft, or for the one in hand."""
    proposal = turn.proposal_by_id(proposal_id) or turn.proposal
    if proposal is None:
        return turn.go("proposals")
    return turn.go("together", proposal=proposal.id, municipality=proposal.municipality, asking="", filling=NOT_FILLING)


def person(turn: Turn, chat: str) -> Outcome:
    """Show one of the others, with what the owner can do about them."""
    proposal, them = turn.proposal, _them(turn, chat)
    if proposal is None or them is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    offers = (
        turn.offer("together.ask_nod", "together.ask_nod", chat, name=them.name),
        turn.offer("together.hand_over", "together.hand_over", chat, name=them.name),
        turn.offer("together.take_out", "together.take_out", chat, name=them.name),
        turn.offer("common.back", "together"),
    )
    return turn.ask(turn.say("together.person", person=_line(turn, them)), offers, place="together")


def take_out(turn: Turn, chat: str) -> Outcome:
    """Let somebody take part no more, and tell them."""
    proposal, them = turn.proposal, _them(turn, chat)
    if proposal is None or them is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    here = known(turn, shared(turn, proposal).without(them.chat))
    news = telling.told(turn, them.chat, proposal, "taken_out", offers={})
    said = before(turn.say("together.is_out", name=them.name), here.go("together"))
    return also(said.but(replies=(*said.replies, news)), *without(turn, proposal, them.chat))


def ask_leave(turn: Turn) -> Outcome:
    """Ask whether somebody wants to take part no more."""
    proposal = turn.proposal
    if proposal is None or rights.role(turn, proposal) in (None, Role.OWNER):
        return turn.go("together")
    offers = (turn.offer("together.leave_yes", "together.leave"), turn.offer("common.cancel", "together"))
    return turn.ask(turn.say("together.leave", title=own_proposals.title(turn, proposal)), offers)


def leave(turn: Turn, _argument: str = "") -> Outcome:
    """Take part no more, by one's own wish, and let the owner know. What was answered stays in the proposal."""
    proposal = turn.proposal
    me = _them(turn, str(turn.session.chat))
    if proposal is None or me is None or turn.session.place != "together.leave":
        return turn.go("together")
    news = telling.told(turn, proposal.chat, proposal, "has_left")
    away = turn.knowing(tuple(item for item in turn.snapshot.proposals if item.id != proposal.id))
    said = before(turn.say("together.you_have_left"), away.go("proposals", proposal=""))
    return also(said.but(replies=(*said.replies, news)), *without(turn, proposal, me.chat))


def without(turn: Turn, proposal: Proposal, chat: int) -> tuple[Effect, ...]:
    """What takes somebody out of a proposal, with their reminders; what they answered stays, without telling whose."""
    was = shared(turn, proposal)
    now = was.without(chat).next()
    nobodys = {key: answer.but(by=GONE) for key, answer in proposal.answers.items() if answer.by == chat}
    left = proposal.but(answers={**proposal.answers, **nobodys}, version=proposal.version + 1)
    kept: tuple[Effect, ...] = (SaveProposal(left),) if nobodys else ()
    return (*kept, saved(was, now), *ladder.planned(known(turn, now), proposal))


def hand_over(turn: Turn, chat: str) -> Outcome:
    """Ask somebody whether they take over; until they say yes nothing changes."""
    proposal, them = turn.proposal, _them(turn, chat)
    if proposal is None or them is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    was = shared(turn, proposal)
    now = was.next(heir=them.chat)
    outcome = before(turn.say("together.heir_asked", name=them.name), known(turn, now).go("together"))
    news = telling.told(turn, them.chat, proposal, "will_you_own", offers=ANSWERING_HEIR)
    return also(outcome.but(replies=(*outcome.replies, news)), saved(was, now))


def keep(turn: Turn, _argument: str = "") -> Outcome:
    """Take back the question whether somebody takes over."""
    proposal = turn.proposal
    if proposal is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    was = shared(turn, proposal)
    now = was.next(heir=0)
    return also(before(turn.say("together.kept"), known(turn, now).go("together")), saved(was, now))


def take_over(turn: Turn, proposal_id: str) -> Outcome:
    """Become the owner, where the owner has asked for it; the owner goes on as one who may edit."""
    proposal, me = _asked(turn, proposal_id), turn.session.chat
    if proposal is None:
        return before(turn.say("together.not_asked"), turn.present())
    was, former = shared(turn, proposal), proposal.chat
    roles = {former: Role.EDIT, me: Role.OWNER}
    people = tuple(one.but(role=roles.get(one.chat, one.role)) for one in was.people)
    now = was.next(people=people, heir=0)
    owned = proposal.but(chat=me, answers=_signed(proposal.answers, former, turn), version=proposal.version + 1)
    here = known(own_proposals.with_proposal(turn, owned), now).at(
        proposal=owned.id, municipality=owned.municipality, asking=""
    )
    news = telling.told(turn, former, proposal, "has_taken_over")
    outcome = before(turn.say("together.yours_now"), here.go("together"))
    kept: tuple[Effect, ...] = (SaveProposal(owned), saved(was, now), *ladder.planned(here, owned))
    return also(outcome.but(replies=(*outcome.replies, news)), *kept)


def decline(turn: Turn, proposal_id: str) -> Outcome:
    """Say no to becoming the owner."""
    proposal = _asked(turn, proposal_id)
    if proposal is None:
        return before(turn.say("together.not_asked"), turn.present())
    was = shared(turn, proposal)
    news = telling.told(turn, proposal.chat, proposal, "has_declined")
    outcome = before(turn.say("together.declined"), turn.present())
    return also(outcome.but(replies=(*outcome.replies, news)), saved(was, was.next(heir=0)))


def _asked(turn: Turn, proposal_id: str) -> Proposal | None:
    """The draft that this person is asked to take over."""
    proposal, sharing = turn.proposal_by_id(proposal_id), turn.snapshot.sharings.get(proposal_id)
    return proposal if sharing is not None and sharing.heir == turn.session.chat else None


def _signed(answers: dict[str, Answer], former: int, turn: Turn) -> dict[str, Answer]:
    """The answers with the name of the former owner where they stood for the owner."""
    return {key: answer if answer.by else answer.but(by=former, at=turn.now) for key, answer in answers.items()}


def _them(turn: Turn, chat: str) -> Participant | None:
    """One of the others at the draft in hand, by the number of their chat."""
    sharing = turn.snapshot.sharings.get(turn.session.proposal)
    return next((one for one in sharing.others if str(one.chat) == chat), None) if sharing else None


def _line(turn: Turn, person: Participant) -> tuple[str, str, bool]:
    """Name, what somebody may do, and whether it is the one who looks."""
    name = person.name or turn.plain("together.somebody")
    return name, turn.plain(f"together.as_{person.role.value}"), person.chat == turn.session.chat


def _offers(turn: Turn, proposal: Proposal, sharing: Sharing) -> tuple[Offer, ...]:
    owner = rights.may(turn, proposal, Role.OWNER)
    links = [one for one in sharing.invitations if one.expires > turn.now]
    of_owner = (
        turn.offer("together.invite", "go", "together.invite"),
        *(
            turn.offer("together.one_of_them", "together.person", str(one.chat), name=one.name)
            for one in sharing.others
        ),
        *(turn.offer("together.withdraw", "together.withdraw", one.hash, number=n) for n, one in enumerate(links, 1)),
        *((turn.offer("together.keep", "together.keep"),) if sharing.heir else ()),
    )
    return (
        *(of_owner if owner else ()),
        *nods.ways(turn, proposal),
        *((turn.offer("together.history", "together.history"),) if len(sharing.people) > 1 else ()),
        *(() if owner else (turn.offer("together.leave_it", "go", "together.leave"),)),
        turn.offer("together.to_proposal", "go", "proposal.summary"),
    )
