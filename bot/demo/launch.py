"""`lots demo`: the local Bot API with its page in this process, the production bot in a process beside it.

Decides who lives in the demo, which settings the bot gets, and what happens when it dies (it is started
again). The bot is the one that `lots run` starts; only its base URL, database and clock differ.
"""

import asyncio
import contextlib
import json
import os
import random
import secrets
import signal
import socket
import sys
import tempfile
import time
import webbrowser
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import PyreqwestError

from bot.demo.clock import DemoClock
from bot.demo.doors.serve import DemoServer, listen
from bot.demo.doors.server import TOKEN, Server, build_app
from bot.demo.world.world import TelegramWorld
from knowledge.language import Language, words
from knowledge.municipality.load import folder_of, load_packs
from knowledge.municipality.pack import Packs

ZONE = "Europe/Helsinki"
AT = "2023-09-01T09:00"
STAFF = -1_001_000_000_001
"""The chat id of the first staff group; Telegram's ids of supergroups begin with -100."""
OFFICE = -1_002_000_000_001
"""The chat id of the group of the first municipality's first office."""
STAFF_TITLE = "Kontaktpersoner · Yhteyshenkilöt"
ROOT = Path(__file__).resolve().parents[2]
STOP_SECONDS = 10.0
"""How long the bot may take to end by itself, as supervisors allow it."""
HASTY_SECONDS = 5.0
"""A bot that ends so soon after its start is likely to end again: the pause before the next start grows."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0
"""Seconds before a start, doubled for a hasty one: somebody looks on."""
PORTS = range(20_000, 32_000)
"""Below those that Linux (from 32768), macOS and Windows (from 49152) hand out by themselves."""
TRIES = 20
"""Ports looked at before the demo gives up: most are free on any machine."""
UNABLE = 500
"""From this HTTP status code on a server says that it is not ready (RFC 9110, section 15.6)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One demo: where it listens, where its data lies, what the bot is told.

    `packs` maps each municipality to what its pack is loaded by: an id or a folder; `registrars` those that have a
    registrar to the role; `offices` each municipality to the office that has a group.
    """

    folder: Path
    port: int
    health_port: int
    packs: Mapping[str, str]
    secret: str = ""
    registrars: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address of the page and of the local Bot API."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def health(self) -> str:
        """The bot's own address for its health."""
        return f"http://127.0.0.1:{self.health_port}/health"

    def environment(self) -> dict[str, str]:
        """What the bot finds in its environment: nothing of the operator's own settings, all of the demo's."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LOTS_")}
        path = os.pathsep.join(part for part in (str(ROOT), kept.get("PYTHONPATH", "")) if part)
        return {
            **kept,
            "PYTHONPATH": path,
            "LOTS_TOKEN": TOKEN,
            "LOTS_API_URL": self.url,
            "LOTS_DATABASE_URL": f"sqlite:///{self.folder / 'lots.db'}",
            "LOTS_SECRET_KEY": self.secret or secrets.token_urlsafe(32),
            "LOTS_PACKS": json.dumps(list(self.packs.values())),
            "LOTS_CONTACTS": json.dumps({name: {role: mailbox(name)} for name, role in self.registrars.items()}),
            "LOTS_STAFF_CHATS": json.dumps(staff_chats(self.packs)),
            "LOTS_OFFICE_CHATS": json.dumps(office_chats(self.offices)),
            "LOTS_CLOCK": f"@{self.folder / 'clock.json'}",
            "LOTS_LISTEN": f"127.0.0.1:{self.health_port}",
            "LOTS_RATE": "off",
        }


def run_demo(
    port: int = 8080,
    at: str = AT,
    *,
    open_browser: bool = True,
    packs: str = "vasa",
    topics: bool = True,
    folder: Path | None = None,
) -> int:
    """Run the demo until it is interrupted; the exit code. `at` is wall time in Vasa unless it names an
    offset.

    Data lie in `folder` and stay there, or in a temporary folder that goes at the end. `packs` are ids or folders
    with commas; each gets its own staff group, in which each case has a topic unless `topics` says no. Raise
    `PackError` for a pack that cannot be used.
    """
    folders = [str(folder_of(name.strip()).resolve()) for name in packs.split(",") if name.strip()]
    loaded = load_packs(folders)
    try:
        place = listen(port)
    except OSError:
        _say(f"Port {port} is taken. Stop what uses it, or choose another: lots demo --port {port + 19}")
        return 1
    with contextlib.ExitStack() as leaving:
        leaving.callback(place.close)
        data = folder or Path(leaving.enter_context(tempfile.TemporaryDirectory(prefix="lots-demo-")))
        data.mkdir(parents=True, exist_ok=True)
        number = place.getsockname()[1]
        named = dict(zip(loaded, folders, strict=True)) if folders else {name: name for name in loaded}
        registrars = {name: pack.registrar for name, pack in loaded.items() if pack.registrar}
        offices = first_offices(loaded)
        plan = Plan(data.resolve(), number, _free_port(number + 1), named, _secret(data), registrars, offices)
        clock = DemoClock(data / "clock.json", _instant(at))
        app = build_app(clock=clock, zone=ZONE, health=plan.health)
        populate(app.world, loaded, topics=topics)
        asyncio.run(_together(plan, app, place, clock, open_browser=open_browser))
    return 0


def populate(world: TelegramWorld, packs: Packs, *, topics: bool = False) -> None:
    """The people of the demo: three from associations, two navigators with a staff group for each municipality, and an
    official with the group of an office of each.

    `topics` makes the staff groups forums.
    """
    for name, language in (("Anna", "sv"), ("Mikko", "fi"), ("Sara", "en")):
        world.add_person(name, language_code=language)
    staff = {world.add_person(name, language_code=code).id for name, code in (("Nora", "sv"), ("Niko", "fi"))}
    for pack, chat in staff_chats(packs).items():
        title = f"{STAFF_TITLE} · {words(packs[pack].name, Language.SV)}" if len(packs) > 1 else STAFF_TITLE
        world.add_group(title, chat_id=chat, members=staff, is_forum=topics)
    officials = {world.add_person("Ulla", language_code="sv").id}
    for pack, office in first_offices(packs).items():
        [chat] = office_chats(first_offices(packs))[pack].values()
        name = next(words(one.name, Language.SV) for one in packs[pack].offices if one.id == office)
        title = f"{name} · {words(packs[pack].name, Language.SV)}" if len(packs) > 1 else name
        world.add_group(title, chat_id=chat, members=officials)


def first_offices(packs: Packs) -> dict[str, str]:
    """The first office of each municipality, which has a group in the demo."""
    return {name: pack.offices[0].id for name, pack in packs.items() if pack.offices}


def office_chats(offices: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """The group of an office of each municipality."""
    return {pack: {office: OFFICE - number} for number, (pack, office) in enumerate(offices.items())}


def staff_chats(packs: Iterable[str]) -> dict[str, int]:
    """The staff group of each municipality."""
    return {pack: STAFF - number for number, pack in enumerate(packs)}


def mailbox(pack: str) -> str:
    """A registrar's address that is seen to be made up: no mail reaches what ends in ".example"."""
    return f"registrator@{pack}.example"


def _secret(folder: Path) -> str:
    """The demo's own key, the same again where the folder was kept."""
    file = folder / "secret.key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(32), encoding="ascii")
    return file.read_text(encoding="ascii")


def _instant(at: str) -> datetime:
    instant = datetime.fromisoformat(at)
    return instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(ZONE))


def _free_port(wish: int) -> int:
    """The port wished for, or one of `PORTS`. Not one that the system picked: while a bot that died is being started
    again, it would give the same port to whoever connects somewhere.
    """
    wished = [wish] if wish < PORTS.stop else []
    for port in (*wished, *random.sample(PORTS, TRIES)):
        with contextlib.suppress(OSError), contextlib.closing(listen(port)) as found:
            return int(found.getsockname()[1])
    raise OSError("no free port for the bot's health")


class _Server(DemoServer):
    """uvicorn without its own signal handlers: the demo stops the bot first."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to `_together`."""
        yield


async def _together(plan: Plan, app: Server, place: socket.socket, clock: DemoClock, *, open_browser: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    server = _Server(app)
    serving = asyncio.create_task(server.serve(sockets=[place]))
    watching = asyncio.create_task(_watch(plan, app.world, stop))
    greeting = asyncio.create_task(_greet(plan, clock, open_browser=open_browser))
    await stop.wait()
    greeting.cancel()
    await watching
    server.should_exit = True
    await serving


async def _watch(plan: Plan, world: TelegramWorld, stop: asyncio.Event) -> None:
    """Keep the bot alive until the demo stops: a dead one is started again, a hasty one after a growing
    pause.
    """
    pause = FIRST_PAUSE
    with (plan.folder / "bot.log").open("ab") as log:
        while not stop.is_set():
            began = time.monotonic()
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=plan.folder, env=plan.environment(), stdout=log, stderr=log
            )
            world.tell_running(running=True)
            await _until_either(bot, stop)
            if stop.is_set():
                return
            world.tell_running(running=False)
            hasty = time.monotonic() - began < HASTY_SECONDS
            _say(
                f"The bot stopped (exit code {bot.returncode}); starting it again. {_last_words(plan) if hasty else ''}"
            )
            pause = min(pause * 2, LONGEST_PAUSE) if hasty else FIRST_PAUSE
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)


async def _until_either(bot: asyncio.subprocess.Process, stop: asyncio.Event) -> None:
    """Wait for the bot's end, or end it when the demo stops: first politely, then not."""
    ended, stopped = asyncio.create_task(bot.wait()), asyncio.create_task(stop.wait())
    await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not ended.done():
        bot.terminate()
        try:
            await asyncio.wait_for(asyncio.shield(ended), STOP_SECONDS)
        except TimeoutError:
            bot.kill()
    await ended


def _last_words(plan: Plan) -> str:
    lines = (plan.folder / "bot.log").read_text(encoding="utf-8", errors="replace").splitlines()
    return "Its last words:\n" + "\n".join(lines[-8:])


async def _greet(plan: Plan, clock: DemoClock, *, open_browser: bool) -> None:
    """Say where the page is as soon as it answers, and open it once the bot answers as well."""
    shown = clock.now().astimezone(ZoneInfo(ZONE))
    _say(f"Lots demo: {plan.url}\nThe clock stands at {shown:%d.%m.%Y %H:%M} in Vasa. Stop with Ctrl+C.")
    async with ClientBuilder().build() as client:
        while not await _answers(client, plan.health):  # noqa: ASYNC110 - another process must come up
            await asyncio.sleep(0.1)
    _say("The bot is ready.")
    if open_browser:
        await asyncio.to_thread(webbrowser.open, plan.url)


async def _answers(client: Client, address: str) -> bool:
    try:
        return (await client.get(address).build().send()).status < UNABLE
    except PyreqwestError:
        return False


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
