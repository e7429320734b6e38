"""Inviting somebody to a proposal: as what, with a link that lets one person in once and within a week."""

from datetime import timedelta

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import SaveSharing
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.records.proposal import Proposal
from dialogs.records.together.sharing import INVITED_AS, Invitation, Participant, Role, Sharing, hashed
from dialogs.together import rights, telling

INVITING = "together.invite"
"""The place where a token may be needed."""
LINK = "invitation-"
"""What the parameter of a deep link begins with; the token follows. Bot API: 64 letters, digits, - and _ at most."""
OPEN_FOR = timedelta(days=7)
"""Until the next meeting of a board: longer, and nobody remembers who has the link."""
MOST = 12
"""People and open invitations of a proposal: more than any board has, and few enough for one message."""


def ask(turn: Turn) -> Outcome:
    """Ask as what somebody is invited. Only the owner invites."""
    proposal = turn.proposal
    if proposal is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    offers = tuple(turn.offer(f"together.invite_{role.value}", "together.make_link", role.value) for role in INVITED_AS)
    text = turn.say("together.invite_as", title=own_proposals.title(turn, proposal), days=OPEN_FOR.days)
    return turn.ask(text, (*offers, turn.offer("common.back", "go", "together")))


def make_link(turn: Turn, wanted: str) -> Outcome:
    """Make a link for one person. Its token is shown here, and kept nowhere."""
    proposal, token = turn.proposal, turn.snapshot.new_token
    if proposal is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    if turn.session.place != INVITING or not token or wanted not in INVITED_AS:
        return turn.go(INVITING)
    sharing = shared(turn, proposal)
    open_now = tuple(one for one in sharing.invitations if one.expires > turn.now)
    if len(sharing.people) + len(open_now) >= MOST:
        return before(turn.say("together.too_many", most=MOST), turn.go("together"))
    link = Invitation(hashed(token), Role(wanted), turn.now + OPEN_FOR)
    changed = sharing.next(invitations=(*open_now, link))
    text = turn.say(
        "together.link",
        link=f"https://t.me/{turn.snapshot.bot_name}?start={LINK}{token}",
        title=own_proposals.title(turn, proposal),
        role=turn.plain(f"together.as_{wanted}"),
        expires=link.expires.astimezone(turn.pack_of(proposal).zone),
    )
    return also(turn.ask(text, (turn.offer("together.open", "together"),), place="together"), saved(sharing, changed))


def withdraw(turn: Turn, which: str) -> Outcome:
    """Let a link that nobody has used yet open nothing any more."""
    proposal = turn.proposal
    sharing = turn.snapshot.sharings.get(proposal.id) if proposal else None
    if proposal is None or sharing is None or not rights.may(turn, proposal, Role.OWNER):
        return turn.go("together")
    left = tuple(one for one in sharing.invitations if one.hash != which)
    changed = sharing.next(invitations=left)
    return also(
        before(turn.say("together.link_withdrawn"), known(turn, changed).go("together")), saved(sharing, changed)
    )


def shared(turn: Turn, proposal: Proposal) -> Sharing:
    """Who takes part in a proposal; before anybody was invited the owner alone."""
    owner = Participant(proposal.chat, telling.own_name(turn), Role.OWNER, turn.now)
    return turn.snapshot.sharings.get(proposal.id) or Sharing(proposal.id, (owner,))


def saved(was: Sharing, now: Sharing) -> SaveSharing:
    """What keeps a change of who takes part."""
    return SaveSharing(now, was.version)


def known(turn: Turn, sharing: Sharing) -> Turn:
    """The turn in which a change of who takes part is known."""
    return turn.knowing(turn.snapshot.proposals, {**turn.snapshot.sharings, sharing.proposal: sharing})
