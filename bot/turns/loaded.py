"""What a batch of events has read: sessions, drafts and cases of its chats, messages that were answered or pressed.

Read with a handful of statements before the first event is played.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogs.conversation.session import Post, Session
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from storage.repositories.posts import MessageId
from storage.unit_of_work import UnitOfWork

SessionKey = tuple[int, int]
"""The chat and the user."""


@dataclass(slots=True)
class Loaded:
    """The database as this batch sees it: what was loaded, with the batch's own changes on top."""

    sessions: dict[SessionKey, Session] = field(default_factory=dict)
    proposals: dict[int, dict[str, Proposal]] = field(default_factory=dict)
    own_cases: dict[int, dict[str, Case]] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    posts: dict[MessageId, Post] = field(default_factory=dict)


def load(work: UnitOfWork, keys: Iterable[SessionKey], posts: Iterable[MessageId]) -> Loaded:
    """Load the sessions, the drafts and cases of their chats, and the messages that were answered or pressed."""
    keys = list(dict.fromkeys(keys))
    chats = list(dict.fromkeys(chat for chat, _ in keys))
    loaded = Loaded(sessions=work.sessions.load(keys), posts=work.posts.of(list(posts)))
    loaded.proposals = {chat: {item.id: item for item in items} for chat, items in work.proposals.of(chats).items()}
    loaded.own_cases = {chat: {item.reference: item for item in items} for chat, items in work.cases.of(chats).items()}
    return loaded
