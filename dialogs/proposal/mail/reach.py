"""Whether Lots can send a letter of a draft itself, and how one stands that it was told to send."""

from dialogs.conversation import statements
from dialogs.conversation.replies import Offer
from dialogs.conversation.turn import Turn
from dialogs.records.letters.mailing import Fate, Mailing
from dialogs.records.proposal import Proposal
from knowledge.answers.kinds.contact.email import address_in
from knowledge.municipality.pack import Pack


def registrar_address(pack: Pack) -> str:
    """The registrar's e-mail address in the words that the operator set; empty if there is none."""
    role = pack.roles.get(pack.registrar)
    return address_in(role.contact) if role else ""


def is_over(turn: Turn, proposal: Proposal) -> bool:
    """Tell whether the last hour of the round of a draft has passed."""
    around = statements.round_of(turn, proposal)
    return around is not None and turn.now > around.deadline


def can_send(turn: Turn, proposal: Proposal) -> bool:
    """Tell whether a letter could go now: mail is set up, the address is known, and none is on its way."""
    last = newest(proposal)
    waits = last is not None and last.fate is Fate.WAITING
    return bool(turn.world.mail_from and registrar_address(turn.pack_of(proposal)) and not waits)


def ways(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The button that leads to sending both papers, where that is possible and in time."""
    possible = can_send(turn, proposal) and not is_over(turn, proposal)
    return (turn.offer("mail.send", "go", "mail.send"),) if possible else ()


def newest(proposal: Proposal) -> Mailing | None:
    """The newest letter that Lots was told to send, None for none."""
    return proposal.mailings[-1] if proposal.mailings else None


def standing(turn: Turn, proposal: Proposal) -> str:
    """Say how the newest letter stands that Lots was told to send; empty for none."""
    last = newest(proposal)
    if last is None:
        return ""
    at = (last.at or last.asked_at).astimezone(turn.pack_of(proposal).zone)
    return turn.say("mail.state", fate=last.fate.value, at=at)
