"""Somebody who has everything about them removed while others take part in a proposal with them."""

from dialogs.conversation import statements
from dialogs.conversation.effects import Effect
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Proposal
from dialogs.together import people, telling


def own_shared(turn: Turn) -> tuple[Proposal, ...]:
    """The drafts of this chat that others take part in: they would go for them too."""
    return tuple(item for item in turn.snapshot.proposals if _is_own(turn, item) and _others(turn, item))


def of_others(turn: Turn) -> tuple[Proposal, ...]:
    """The drafts of others that this person takes part in: they stay."""
    return tuple(item for item in turn.snapshot.proposals if not _is_own(turn, item))


def ways(turn: Turn) -> tuple[Offer, ...]:
    """The buttons that let somebody else take over first, one for each draft."""
    shared = own_shared(turn)
    names = zip(shared, statements.named_apart(turn, shared), strict=True)
    return tuple(turn.offer("together.delete_first", "together", item.id, title=name) for item, name in names)


def effects(turn: Turn) -> tuple[Effect, ...]:
    """What takes this person out of the drafts of others, before everything of their own goes."""
    return tuple(effect for item in of_others(turn) for effect in people.without(turn, item, turn.session.chat))


def news(turn: Turn) -> tuple[Reply, ...]:
    """What the others are told: that a draft is gone, or that somebody takes part no more."""
    gone = [
        telling.told(turn, chat, item, "was_deleted", offers={})
        for item in own_shared(turn)
        for chat in _others(turn, item)
    ]
    left = [telling.told(turn, item.chat, item, "has_left") for item in of_others(turn)]
    return (*gone, *left)


def _is_own(turn: Turn, proposal: Proposal) -> bool:
    return proposal.chat == turn.session.chat


def _others(turn: Turn, proposal: Proposal) -> list[int]:
    sharing = turn.snapshot.sharings.get(proposal.id)
    return [one.chat for one in sharing.others] if sharing else []
