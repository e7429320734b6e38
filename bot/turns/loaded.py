"""What a batch of events has read: sessions, drafts and cases of its chats, messages that were answered or pressed.

Read with a handful of statements before the first event is played.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.telegram.translate import News, NoAct, ShutOut
from bot.turns.about.case_meant import message_named, words_named
from bot.turns.unseen import reaches_a_desk
from dialogs.conversation.session import Post, Session
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from dialogs.records.staff.desk import Desk
from dialogs.records.thread import Topics
from dialogs.records.together.sharing import Sharing
from storage.repositories.damage import Damage
from storage.repositories.outgoing.posts import MessageId
from storage.repositories.outgoing.threads import Spot
from storage.unit_of_work import UnitOfWork

SessionKey = tuple[int, int]
"""The chat and the user."""


@dataclass(slots=True)
class Loaded:
    """The database as this batch sees it: what was loaded, with the batch's own changes on top.

    `topics` says of staff groups whether they have any, `threads` which case a topic is that of, by group and number.
    `proposals` are those of each chat, its own and those that others share with it; `sharings` are by their ids.
    `damage` are the values that could not be loaded: they are missing here.
    """

    sessions: dict[SessionKey, Session] = field(default_factory=dict)
    proposals: dict[int, dict[str, Proposal]] = field(default_factory=dict)
    own_cases: dict[int, dict[str, Case]] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    posts: dict[MessageId, Post] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    topics: dict[int, Topics] = field(default_factory=dict)
    threads: dict[Spot, str] = field(default_factory=dict)
    sharings: dict[str, Sharing] = field(default_factory=dict)
    damage: Damage = field(default_factory=Damage)

    def shared(self, proposal: Proposal, sharing: Sharing) -> None:
        """Let those who take part in a proposal find it as it now is, and nobody else."""
        self.sharings[sharing.proposal] = sharing
        for chat, known in self.proposals.items():
            if chat != proposal.chat:
                known.pop(proposal.id, None)
        for person in sharing.people:
            self.proposals.setdefault(person.chat, {})[proposal.id] = proposal

    def know_desks(self, work: UnitOfWork, municipalities: Iterable[str]) -> dict[str, Desk]:
        """Return what is known of some desks, read when an event first asks."""
        wanted = list(municipalities)
        absent = [name for name in wanted if name not in self.desks]
        if absent:
            self.desks.update(work.desks.of(absent))
        return {name: self.desks[name] for name in wanted}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What must be read for some events: the sessions, and the messages that were answered or pressed, with the
    fingerprints of their words.
    """

    keys: tuple[SessionKey, ...]
    posts: Mapping[MessageId, str]


def wanted(news: Iterable[News]) -> Wanted:
    """Return what must be read for what happened."""
    listed = list(news)
    events = [item for item in listed if item is not None and not isinstance(item, NoAct)]
    posts = {named: words_named(event) for event in events if (named := message_named(event))}
    groups = {event.sender.chat for event in events if reaches_a_desk(event) or event.sender.in_office_group}
    shut = [item.chat for item in listed if isinstance(item, ShutOut)]
    people = [(event.sender.chat, event.sender.user) for event in events]
    keys = [*people, *((chat, chat) for chat in (*shut, *sorted(groups)))]
    return Wanted(tuple(dict.fromkeys(keys)), posts)


def load(work: UnitOfWork, what: Wanted) -> Loaded:
    """Load the sessions, the drafts and cases of their chats, and the messages that were answered or pressed."""
    keys, posts = what.keys, what.posts
    work.ask(keys, list(posts))
    chats = list(dict.fromkeys(chat for chat, _ in keys))
    loaded = Loaded(sessions=work.sessions.load(keys), posts=work.posts.of(list(posts)), damage=work.damage)
    loaded.posts |= _copies(work, {place: says for place, says in posts.items() if place not in loaded.posts})
    loaded.proposals = {chat: {item.id: item for item in items} for chat, items in work.proposals.of(chats).items()}
    _load_shared(work, loaded, chats)
    loaded.own_cases = {chat: {item.reference: item for item in items} for chat, items in work.cases.of(chats).items()}
    return loaded


def _load_shared(work: UnitOfWork, loaded: Loaded, chats: list[int]) -> None:
    """Load what these chats share with others. What a row says of somebody holds only where the value says so too."""
    shared = {name for names in work.sharings.where(chats).values() for name in names}
    if not shared:
        return
    known = {item.id: item for items in loaded.proposals.values() for item in items.values()}
    known |= work.proposals.named(shared - known.keys())
    for name, sharing in work.sharings.of(sorted(shared & known.keys())).items():
        loaded.shared(known[name], sharing)


def _copies(work: UnitOfWork, unknown: Mapping[MessageId, str]) -> dict[MessageId, Post]:
    """What is remembered of messages under another number, or will be.

    A message is sent again when nobody can tell whether it arrived. If it had, it stands there twice, and its newest
    copy alone is noted; the others say the same and do the same.
    """
    found: dict[MessageId, Post] = {}
    for place, says in unknown.items():
        copy = work.posts.copy_of(place, says) or work.outbox.copy_in(place[0], says) if says else None
        if copy is not None and not work.damage.at("posts", place):
            found[place] = copy
    return found
