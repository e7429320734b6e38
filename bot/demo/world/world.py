"""The world that the bot and the people share: people, chats, topics, messages and callback queries.

Keeps messages in the very form in which the Bot API shows them, so that nothing is translated on the way
out. Every change is told to the feed. Who may do what is decided by the methods and by `demo/people.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.demo.world.changes import Changes
from bot.demo.world.files import Files
from bot.demo.world.limits import Limits
from bot.demo.world.updates import Updates

Message = dict[str, Any]

FIRST_PERSON = 700_000_001
"""The id of the first person: of as many digits as the ids of people mostly have."""
FIRST_GROUP = -1_001_000_000_001
"""The chat id of the first group: those of supergroups begin with -100."""
GENERAL = 1
"""The id of the topic General, which every forum has: its messages name no topic, and nothing can be sent to it by its
id (telegram-bot-api, Client.cpp, check_message_topic)."""


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account. `started`: has written to the bot; `blocked`: has blocked it."""

    id: int
    first_name: str
    language_code: str = ""
    last_name: str = ""
    username: str = ""
    started: bool = False
    blocked: bool = False
    user: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        known = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        given = {name: value for name, value in known.items() if value}
        self.user = {"id": self.id, "is_bot": False, "first_name": self.first_name, **given}


@dataclass(slots=True)
class ForumTopic:
    """A topic of a forum group; its id is that of the message that opened it. `by` is who made it."""

    id: int
    name: str
    icon_color: int = 0x6FB9F0  # Bot API, createForumTopic: the first of the colours of a topic
    closed: bool = False
    by: int = 0


@dataclass(slots=True)
class Chat:
    """A chat. `bot` is what the bot is in it; an administrator manages topics if it `may_manage_topics`. `fixed` are
    its messages that cannot be changed for their keyboard.
    """

    id: int
    type: str
    title: str = ""
    is_forum: bool = False
    members: set[int] = field(default_factory=set)
    bot: str = "administrator"
    may_manage_topics: bool = True
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    topics: dict[int, ForumTopic] = field(default_factory=dict)
    moved_to: int | None = None
    about: dict[str, Any] = field(default_factory=dict)
    reactions: dict[int, list[str]] = field(default_factory=dict)
    fixed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        if not self.about:
            self.about = {"id": self.id, "type": self.type, "title": self.title}
        self.turn_topics(on=self.is_forum)

    def turn_topics(self, *, on: bool) -> None:
        """Make a group a forum, or a plain group again. What stands in topics stays there, unseen meanwhile."""
        self.is_forum = on
        self.about = {name: value for name, value in self.about.items() if name != "is_forum"}
        if on:
            self.about["is_forum"] = True
            self.last_id = max(self.last_id, GENERAL)

    @property
    def manages_topics(self) -> bool:
        """Whether the bot may do as it likes with topics that others made."""
        return self.bot == "administrator" and self.may_manage_topics


@dataclass(slots=True)
class Query:
    """A press of a button that waits for its answer. `at` in seconds of the world's clock."""

    id: str
    person: int
    at: float
    answer: dict[str, Any] | None = None
    closed: bool = False


class TelegramWorld:
    """Everything there is. `now` gives the unix time that messages are dated with."""

    def __init__(self, bot: dict[str, Any], now: Callable[[], float], keep: int = 5_000) -> None:
        self.bot = bot
        self.now = now
        self.changes = Changes()
        self.files = Files()
        self.updates = Updates(now)
        self.limits = Limits()
        self.profile: dict[str, Any] = {}
        self.running: bool | None = None
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self._keep = keep
        self._next_query = 1

    def tell_running(self, *, running: bool) -> None:
        """Say whether the bot's process is alive, where somebody watches over it."""
        if running != self.running:
            self.running = running
            self.changes.tell("running", running=running)

    def add_person(self, first_name: str, *, person_id: int = 0, **about: Any) -> Person:
        """Somebody new, with a private chat that the bot does not know of until they write."""
        number = person_id or max([FIRST_PERSON - 1, *self.people]) + 1
        person = Person(number, first_name, **about)
        self.people[number] = person
        known = {"first_name": first_name, "last_name": person.last_name, "username": person.username}
        given = {name: value for name, value in known.items() if value}
        self.chats[number] = Chat(
            number,
            "private",
            members={number},
            bot="member",
            about={"id": number, "type": "private", **given},
        )
        self.changes.tell("person", person=person.user)
        return person

    def add_group(self, title: str, *, chat_id: int = 0, members: set[int] | None = None, **about: Any) -> Chat:
        """A new group with the bot in it."""
        number = chat_id or min([FIRST_GROUP + 1, *self.chats]) - 1
        chat = Chat(number, about.pop("type", "supergroup"), title, members=members or set(), **about)
        self.chats[number] = chat
        self.changes.tell("chat", chat=chat.about)
        return chat

    def post(self, chat: Chat, message: Message, **seen: Any) -> Message:
        """Put a message into a chat: numbered, dated, told. `seen` is for people's eyes only."""
        chat.last_id += 1
        whole = {"message_id": chat.last_id, "date": int(self.now()), "chat": chat.about, **message}
        chat.messages[chat.last_id] = whole
        if len(chat.messages) > self._keep:
            del chat.messages[next(iter(chat.messages))]
        self.changes.tell("message", chat_id=chat.id, message=whole, **seen)
        return whole

    def replace(self, chat: Chat, message_id: int, message: Message) -> Message:
        """Put an edited message in the place of the old one; the old one stays as it was for those who hold
        it.
        """
        chat.messages[message_id] = message
        self.changes.tell("edit", chat_id=chat.id, message=message)
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        """Take a message away."""
        del chat.messages[message_id]
        self.changes.tell("delete", chat_id=chat.id, message_id=message_id)

    def ask(self, person: int) -> Query:
        """A callback query that now waits for an answer."""
        query = Query(str(4_000_000_000_000_000_000 + self._next_query), person, self.now())
        self._next_query += 1
        self.queries[query.id] = query
        if len(self.queries) > self._keep:
            del self.queries[next(iter(self.queries))]
        return query
