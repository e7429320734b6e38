"""People over HTTP: who there is, what they do, what the bot offers them.

Serves the page and the tests alike. What people can do is in `demo/people.py`; chats, files and the feed have their
own routes in `group_routes.py` and `watch_routes.py`, faults and clock in `controls.py`.
"""

import asyncio

import msgspec
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.demo.authors import NotPossible, Spot
from bot.demo.doors.acts import AnyAct, perform, told
from bot.demo.doors.group_routes import about
from bot.demo.doors.wire import given, number, reply
from bot.demo.methods.profile import commands_for
from bot.demo.people import People
from bot.demo.rules.arguments import Upload
from bot.demo.world.world import Query, TelegramWorld

_acts = msgspec.json.Decoder(list[AnyAct])


class PeopleRoutes:
    """The routes over one world."""

    def __init__(self, world: TelegramWorld) -> None:
        self.world = world
        self.people = People(world)

    def routes(self) -> list[Route]:
        """All routes of the people's side."""
        return [
            Route("/state", self.state),
            Route("/people", self.add_person, methods=["POST"]),
            Route("/acts", self.acts, methods=["POST"]),
            Route("/people/{person:int}/files", self.send_file, methods=["POST"]),
            Route("/people/{person:int}/commands", self.commands),
            Route("/people/{person:int}/{act}", self.act, methods=["POST"]),
        ]

    async def state(self, _request: Request) -> Response:
        """Everybody, every chat and the number of the latest change."""
        people = [
            {**person.user, "started": person.started, "blocked": person.blocked}
            for person in self.world.people.values()
        ]
        chats = [about(chat) for chat in self.world.chats.values()]
        described = {name: kept for name, kept in self.world.profile.items() if name != "commands"}
        bot = {"bot": self.world.bot, "profile": described, "running": self.world.running}
        return reply({**bot, "people": people, "chats": chats, "seq": self.world.changes.last})

    async def add_person(self, request: Request) -> Response:
        """Body: first_name, and perhaps id, last_name, username, language_code, groups (ids to join)."""
        asked = await given(request)
        known = {name: str(asked[name]) for name in ("last_name", "username", "language_code") if asked.get(name)}
        name = str(asked.get("first_name", "")).strip()
        if not name:
            raise NotPossible("a person has a first_name")
        person = self.world.add_person(name, person_id=int(asked.get("id", 0)), **known)
        for group in asked.get("groups", []):
            self.world.chats[int(group)].members.add(person.id)
        return reply(person.user, 201)

    async def acts(self, request: Request) -> Response:
        """Body: a list of acts `{"act", "person", ...}`; they are done in order."""
        done = [told(perform(self.people, act)) for act in _acts.decode(await request.body())]
        return reply(done)

    async def act(self, request: Request) -> Response:
        """One act; its name and the person are in the path, the rest in the body."""
        asked = {**await given(request), **request.path_params}
        act = msgspec.convert(asked, AnyAct, strict=False)
        done = perform(self.people, act)
        wait = float(asked.get("wait", 0))
        if done.query is not None and wait > 0:
            await self._answered(done.query, wait)
        return reply(told(done))

    async def _answered(self, query: Query, wait: float) -> None:
        ends = asyncio.get_running_loop().time() + wait
        seq = self.world.changes.last
        while not query.closed and (left := ends - asyncio.get_running_loop().time()) > 0:
            await self.world.changes.wait(seq, left)
            seq = self.world.changes.last

    async def send_file(self, request: Request) -> Response:
        """A multipart form: file, and perhaps kind, caption, chat, thread, reply_to."""
        async with request.form(max_part_size=64 * 1024 * 1024) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise NotPossible("the form has no file")
            upload = Upload(file.filename or "file", file.content_type or "", await file.read())
            texts = {name: value for name, value in form.items() if isinstance(value, str)}
        place = msgspec.convert({"chat": 0, "thread": 0, "reply_to": 0} | texts, Spot, strict=False)
        person = self.people.person(request.path_params["person"])
        kind, caption = texts.get("kind") or "document", texts.get("caption", "")
        return reply(told(self.people.send(person, kind, upload, place, caption)))

    async def commands(self, request: Request) -> Response:
        """The commands that the person sees in a chat."""
        person = self.people.person(request.path_params["person"])
        chat = self.people.chat(person, number(request, "chat"))
        return reply(commands_for(self.world, person, chat))
