"""What an event may need of proposals that several people have: who takes part, who is invited, what answers were."""

from collections.abc import Callable

from bot.turns.loaded import Loaded
from dialogs.conversation.events import Commanded, Event
from dialogs.conversation.session import Invited, Session
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import Sharing, hashed
from dialogs.together.history import LOOKING, LOOKING_AT, READ_AT_MOST
from dialogs.together.joining import token_of
from storage.unit_of_work import UnitOfWork


def sharings_of(loaded: Loaded, chat: int) -> dict[str, Sharing]:
    """Return who takes part in each proposal of a chat that several people have."""
    if not loaded.sharings:
        return {}
    known = loaded.proposals.get(chat, {}).keys() & loaded.sharings.keys()
    return {name: loaded.sharings[name] for name in sorted(known)}


def languages_of(
    sharings: dict[str, Sharing], invited: Invited | None, session_of: Callable[[int], Session]
) -> dict[int, str]:
    """Return what the people of some proposals speak with Lots, by their chats; empty for whom nothing is known."""
    listed = [*sharings.values(), *([invited.sharing] if invited else [])]
    chats = sorted({person.chat for sharing in listed for person in sharing.people})
    return {chat: session_of(chat).language for chat in chats}


def invited_to(work: UnitOfWork, loaded: Loaded, event: Event) -> Invited | None:
    """Return what the invitation leads to that somebody follows, None if they follow none that there is."""
    token = token_of(event.argument) if isinstance(event, Commanded) and event.name == "start" else ""
    name = work.sharings.invited_to(hashed(token)) if token and event.sender.private else ""
    if not name:
        return None
    if name not in loaded.sharings:
        proposals, sharings = work.proposals.named([name]), work.sharings.of([name])
        if name not in proposals or name not in sharings:
            return None
        loaded.shared(proposals[name], sharings[name])
    sharing = loaded.sharings[name]
    proposal = next(items[name] for items in loaded.proposals.values() if name in items)
    return Invited(proposal, sharing)


def earlier_answers(work: UnitOfWork, loaded: Loaded, session: Session) -> tuple[Change, ...]:
    """Return the earlier answers of the draft in hand, the newest first, where somebody looks at them or can ask to."""
    looking = session.place in LOOKING_AT or any(offer.action.verb in LOOKING for offer in session.offers)
    return (
        work.answer_changes.of(session.proposal, READ_AT_MOST)
        if looking and session.proposal in loaded.sharings
        else ()
    )
