"""What the others at a proposal are told, each in their own language, and how people are named."""

from collections.abc import Mapping
from typing import Any

from dialogs.conversation.own_proposals import title
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Proposal
from dialogs.records.together.sharing import Participant, Sharing
from knowledge.language import Text

OPEN: Mapping[str, str] = {"together.open_draft": "proposal.resume"}
"""The button under most of what is told: it opens the proposal."""


def as_of(turn: Turn, chat: int) -> Turn:
    """The same turn in the language of somebody else; in this one's while theirs is not known."""
    return turn.at(language=turn.snapshot.languages.get(chat) or turn.session.language or turn.language.value)


def told(
    turn: Turn,
    chat: int,
    proposal: Proposal,
    key: str,
    *,
    offers: Mapping[str, str] = OPEN,
    label: Text | None = None,
    **values: Any,
) -> Reply:
    """Tell somebody else something of a proposal. `offers` are buttons, each with its verb; `label` is a field's."""
    there = as_of(turn, chat)
    named = {"label": there.words(label)} if label is not None else {}
    said = {"title": title(there, proposal), "name": own_name(there), **named, **values}
    buttons = tuple(Offer(there.plain(name), Action(verb, proposal.id)) for name, verb in offers.items())
    return Reply(there.say(f"together.{key}", **said), buttons, chat=chat, about=proposal.id)


def own_name(turn: Turn) -> str:
    """The name of whoever acts, as the others see it."""
    return turn.event.sender.name or turn.plain("together.somebody")


def name_of(turn: Turn, proposal: Proposal, chat: int) -> str:
    """The name of somebody who wrote in a proposal; 0 stands for its owner."""
    person = person_of(turn.snapshot.sharings.get(proposal.id), chat or proposal.chat)
    return person.name if person and person.name else turn.plain("together.somebody")


def person_of(sharing: Sharing | None, chat: int) -> Participant | None:
    """Return how somebody takes part, None if they do not."""
    return sharing.of(chat) if sharing is not None else None
