"""Which offer a press means, and whether it was meant for the one who pressed.

One rule for every button, the association's and the desk's, pushed, edited, old or forwarded: the message that it
hangs under and the person decide. Index, revision and label only find the offer there, and are never enough.
"""

from dialogs.conversation.events import Chose
from dialogs.conversation.replies import Addressee, Offer
from dialogs.conversation.session import Post
from dialogs.conversation.turn import Turn


def meant(turn: Turn, event: Chose) -> Offer | Addressee | None:
    """Return the offer, or the person whom it was meant for if that is another, or None if it means nothing now.

    In a group only a remembered message has buttons that mean something. In a private chat the session's own buttons
    do too, while they are its newest: below the message that they answer, and of its revision.
    """
    post = turn.snapshot.post if event.pushed else None
    if post is not None and post.whom is not None and post.whom.user != event.sender.user:
        return post.whom
    offers = _under(turn, event, post)
    offer = offers[event.index] if event.index < len(offers) else None
    # A card changes a moment before that is noted, so the button must also say what is remembered of it.
    return offer if offer is not None and event.label in ("", offer.label) else None


def _under(turn: Turn, event: Chose, post: Post | None) -> tuple[Offer, ...]:
    """The buttons of the message that was pressed, as far as they still mean something."""
    if event.pushed:
        return post.offers if post is not None else ()
    newest = event.revision == turn.session.revision and event.message > turn.session.since
    return turn.session.offers if newest and event.sender.private else ()
