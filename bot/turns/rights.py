"""Who may see a case.

A reference is no key: only the association's own chat and the staff of the municipality see a case, and chats where
Lots itself has posted about it.
"""

from dialogs.conversation.events import Sender
from dialogs.conversation.session import Post
from dialogs.records.case import Case


def may_see(case: Case, sender: Sender, post: Post | None) -> bool:
    """Tell whether a chat may see a case. `post` is the message of ours there that was answered or pressed."""
    posted_here = post is not None and post.about == case.reference
    return case.chat == sender.chat or sender.staff == case.municipality or posted_here
