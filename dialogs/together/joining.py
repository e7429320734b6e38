"""Following an invitation: whoever comes first takes part, everybody else hears why the link opens nothing."""

from dialogs.conversation import own_proposals
from dialogs.conversation.session import NOT_FILLING, Invited, Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.finding import welcome
from dialogs.records.together.sharing import Invitation, Participant, hashed
from dialogs.together import rights, telling
from dialogs.together.inviting import LINK, saved


def token_of(argument: str) -> str:
    """Return the token of a deep link's parameter, empty if it is no invitation."""
    word = argument.strip()
    return word.removeprefix(LINK) if word.startswith(LINK) else ""


def started(turn: Turn, argument: str) -> Outcome:
    """Open from /start: with an invitation at its proposal, else as always."""
    token = token_of(argument)
    return _followed(turn, token) if token else welcome.started(turn, argument)


def _followed(turn: Turn, token: str) -> Outcome:
    invited, chat = turn.snapshot.invited, turn.session.chat
    fresh = turn.at(language=turn.language.value, asking="", ways=(), filling=NOT_FILLING)
    invitation = invited.sharing.invited(hashed(token), turn.now) if invited else None
    if invited is not None and invited.sharing.of(chat) is not None:
        here = fresh.at(proposal=invited.proposal.id, municipality=invited.proposal.municipality)
        return before(turn.say("together.already_in"), here.go("together"))
    if invited is None or invitation is None or invited.proposal.municipality not in turn.world.packs:
        return before(turn.say("together.link_spent"), fresh.go("start"))
    return _joined(fresh, invited, invitation)


def _joined(turn: Turn, invited: Invited, invitation: Invitation) -> Outcome:
    proposal, was = invited.proposal, invited.sharing
    me = Participant(turn.session.chat, telling.own_name(turn), invitation.role, turn.now)
    left = tuple(one for one in was.invitations if one.hash != invitation.hash)
    now = was.next(people=(*was.people, me), invitations=left)
    sharings = {**turn.snapshot.sharings, proposal.id: now}
    here = turn.knowing((*turn.snapshot.proposals, proposal), sharings)
    here = here.at(proposal=proposal.id, municipality=proposal.municipality)
    text = turn.say(
        "together.joined",
        owner=telling.name_of(here, proposal, 0),
        title=own_proposals.title(here, proposal),
        role=turn.plain(f"together.as_{me.role.value}"),
    )
    role = telling.as_of(here, proposal.chat).plain(f"together.as_{me.role.value}")
    news = telling.told(here, proposal.chat, proposal, "has_joined", role=role)
    outcome = rights.fitting(here, before(text, here.go("proposal.summary")))
    return also(outcome.but(replies=(*outcome.replies, news)), saved(was, now))
