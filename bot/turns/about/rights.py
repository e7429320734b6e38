"""Who may see a case.

A reference is no key: only the association's own chat and the staff of the municipality see a case, chats where Lots
itself has posted about it, and those of the offices that were asked about it.
"""

from dialogs.conversation.events import Sender
from dialogs.conversation.session import Post
from dialogs.records.case import Case


def may_see(case: Case, sender: Sender, post: Post | None) -> bool:
    """Tell whether a chat may see a case. `post` is the message of ours there that was answered or pressed."""
    posted_here = post is not None and post.about == case.reference
    return case.chat == sender.chat or sender.staff == case.municipality or posted_here or is_asked_there(case, sender)


def is_asked_there(case: Case, sender: Sender) -> bool:
    """Tell whether a chat is that of an office which was asked about a case."""
    seat = sender.seat
    here = seat is not None and seat.municipality == case.municipality
    return here and any(seat is not None and inquiry.office == seat.office for inquiry in case.inquiries)
