"""Chats over HTTP: groups made, moved and read, their topics, and what the bot is in them.

Serves the tests and the page. What people say in a chat goes through `people_routes.py`.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.demo.authors import NotPossible
from bot.demo.doors.wire import given, number, reply
from bot.demo.methods.chats import drop_topic, open_topic, shut_topic
from bot.demo.people import People
from bot.demo.world.world import Chat, Person, TelegramWorld


def about(chat: Chat) -> dict[str, Any]:
    """A chat as people see it, with its members, topics and reactions."""
    topics = [
        {"message_thread_id": topic.id, "name": topic.name, "closed": topic.closed} for topic in chat.topics.values()
    ]
    return {
        **chat.about,
        "members": sorted(chat.members),
        "bot": chat.bot,
        "topics": topics,
        "moved_to": chat.moved_to,
        "reactions": chat.reactions,
    }


class GroupRoutes:
    """The routes of chats."""

    def __init__(self, world: TelegramWorld) -> None:
        self.world = world
        self.people = People(world)

    def routes(self) -> list[Route]:
        """All routes of chats."""
        return [
            Route("/chats", self.add_chat, methods=["POST"]),
            Route("/chats/{chat:neg}/messages", self.messages),
            Route("/chats/{chat:neg}/bot", self.standing, methods=["POST"]),
            Route("/chats/{chat:neg}/members", self.member, methods=["POST"]),
            Route("/chats/{chat:neg}/migrate", self.migrate, methods=["POST"]),
            Route("/chats/{chat:neg}/forum", self.turn_topics, methods=["POST"]),
            Route("/chats/{chat:neg}/topics", self.add_topic, methods=["POST"]),
            Route("/chats/{chat:neg}/topics/{thread:int}", self.shut_topic, methods=["POST"]),
            Route("/chats/{chat:neg}/topics/{thread:int}", self.delete_topic, methods=["DELETE"]),
        ]

    def _chat(self, number_: int) -> Chat:
        if number_ not in self.world.chats:
            raise NotPossible(f"there is no chat {number_}")
        return self.world.chats[number_]

    async def messages(self, request: Request) -> Response:
        """The messages of a chat after a number, of one topic where `thread` names one."""
        chat = self._chat(request.path_params["chat"])
        after, thread = number(request, "after"), number(request, "thread")
        found = [
            message
            for place, message in chat.messages.items()
            if place > after and (not thread or message.get("message_thread_id") == thread)
        ]
        return reply(found)

    async def add_chat(self, request: Request) -> Response:
        """Body: title, and perhaps id, members, is_forum, type (group or supergroup), bot (what it is
        there), may_manage_topics.
        """
        asked = await given(request)
        more = {name: asked[name] for name in ("is_forum", "type", "bot", "may_manage_topics") if name in asked}
        members = {int(person) for person in asked.get("members", [])}
        chat = self.world.add_group(
            str(asked.get("title", "Group")), chat_id=int(asked.get("id", 0)), members=members, **more
        )
        return reply(about(chat), 201)

    async def standing(self, request: Request) -> Response:
        """Body: status (member, administrator, kicked, left), perhaps may_manage_topics, and person who did it."""
        asked = await given(request)
        chat = self._chat(request.path_params["chat"])
        chat.may_manage_topics = bool(asked.get("may_manage_topics", chat.may_manage_topics))
        by = self.people.person(int(asked["person"])) if "person" in asked else self._somebody(chat)
        was, chat.bot = chat.bot, str(asked["status"])
        return reply({"update_id": self.people.membership(chat, by, was, chat.bot)})

    async def member(self, request: Request) -> Response:
        """Body: person, status (member, left or kicked) and by, who did it. The chat tells of it, and Telegram tells a
        bot that asked for such news and is an administrator.
        """
        asked = await given(request)
        chat, person = self._chat(request.path_params["chat"]), self.people.person(int(asked["person"]))
        by = self.people.person(int(asked["by"])) if "by" in asked else person
        return reply({"updates": self.people.belong(chat, person, by, str(asked["status"]))})

    def _somebody(self, chat: Chat) -> Person:
        return self.people.person(min(chat.members, default=0))

    async def migrate(self, request: Request) -> Response:
        """Make a group a supergroup with another id, a forum if `is_forum` says so; both chats tell of it."""
        old = self._chat(request.path_params["chat"])
        asked = await given(request)
        new = self.world.add_group(
            old.title,
            chat_id=int(asked.get("to", 0)),
            members=old.members,
            is_forum=bool(asked.get("is_forum", old.is_forum)),
            bot=old.bot,
            may_manage_topics=old.may_manage_topics,
        )
        by = self._somebody(old).user
        first = self.world.post(old, {"from": by, "migrate_to_chat_id": new.id})
        second = self.world.post(new, {"from": by, "migrate_from_chat_id": old.id})
        old.moved_to = new.id
        updates = [self.world.updates.push("message", message) for message in (first, second)]
        return reply({"chat": about(new), "updates": updates})

    async def add_topic(self, request: Request) -> Response:
        """Body: name, person. Opens a topic of a forum group."""
        chat = self._chat(request.path_params["chat"])
        asked = await given(request)
        by = self.people.person(int(asked["person"])) if "person" in asked else self._somebody(chat)
        topic = open_topic(self.world, chat, str(asked.get("name", "Topic")), by.user)
        return reply({"message_thread_id": topic.id, "name": topic.name}, 201)

    async def turn_topics(self, request: Request) -> Response:
        """Body: on. Make a group a forum, or a plain group again; the bot hears nothing of it."""
        chat = self._chat(request.path_params["chat"])
        chat.turn_topics(on=bool((await given(request))["on"]))
        self.world.changes.tell("chat", chat=chat.about)
        return reply(about(chat))

    async def shut_topic(self, request: Request) -> Response:
        """Body: closed, and perhaps person. Close a topic or open it; the message in it comes to the bot."""
        chat, asked = self._chat(request.path_params["chat"]), await given(request)
        topic = chat.topics.get(request.path_params["thread"])
        if topic is None:
            raise NotPossible("there is no such topic")
        by = self.people.person(int(asked["person"])) if "person" in asked else self._somebody(chat)
        shut_topic(self.world, chat, topic, by.user, closed=bool(asked["closed"]))
        return reply(about(chat))

    async def delete_topic(self, request: Request) -> Response:
        """Delete a topic with its messages; the bot hears nothing of it."""
        chat = self._chat(request.path_params["chat"])
        thread = request.path_params["thread"]
        if thread not in chat.topics:
            raise NotPossible(f"there is no topic {thread}")
        drop_topic(self.world, chat, thread)
        return reply({})
