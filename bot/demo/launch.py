"""`lots demo`: the local Bot API with its page in this process, the production bot in a process beside it.

Decides who lives in the demo, which settings the bot gets, and what happens when it dies (it is started
again). The bot is the one that `lots run` starts; only its base URL, database and clock differ.
"""

import asyncio
import contextlib
import random
import signal
import socket
import sys
import tempfile
import time
import webbrowser
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import PyreqwestError

from bot.demo.clock import DemoClock
from bot.demo.doors.serve import DemoServer, listen
from bot.demo.doors.server import TOKEN, build_app
from bot.demo.doors.several_servers import Application, SeveralServers
from bot.demo.first_people import first_offices, populate
from bot.demo.plan import Plan, environment, key_of
from knowledge.language import Language, words
from knowledge.municipality.load import folder_of, load_packs
from knowledge.municipality.pack import Packs

ZONE = "Europe/Helsinki"
AT = "2023-09-01T09:00"
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
MOST_BOTS = 4
"""As many as packs ship: the page holds a connection open to each, and browsers hold six to one server."""
UNABLE = 500
"""From this HTTP status code on a server says that it is not ready (RFC 9110, section 15.6)."""


def run_demo(
    port: int = 8080,
    at: str = AT,
    *,
    open_browser: bool = True,
    packs: str = "vasa",
    bots: str = "",
    topics: bool = True,
    folder: Path | None = None,
) -> int:
    """Run the demo until it is interrupted; the exit code. `at` is wall time in Vasa unless it names an
    offset.

    Data lie in `folder` and stay there, or in a temporary folder that goes at the end. `packs` are ids or folders
    with commas; each gets its own staff group, in which each case has a topic unless `topics` says no. With `bots`,
    named in the same way, each municipality has a bot of its own instead. Raise `PackError` for a pack that cannot be
    used, `ValueError` for more bots than a page shows.
    """
    folders = [str(folder_of(name.strip()).resolve()) for name in (bots or packs).split(",") if name.strip()]
    loaded = load_packs(folders)
    if bots and len(loaded) > MOST_BOTS:
        raise ValueError(f"The page shows {MOST_BOTS} bots at most.")
    named = dict(zip(loaded, folders, strict=True)) if folders else {name: name for name in loaded}
    groups = [{name: pack} for name, pack in loaded.items()] if bots else [loaded]
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
        ports = number, _free_port(number + 1)
        names = [next(iter(group)) if bots else "" for group in groups]
        plans = [
            _plan(data.resolve(), ports, group, named, nth, name)
            for nth, (group, name) in enumerate(zip(groups, names, strict=True))
        ]
        clock = DemoClock(data / "clock.json", _instant(at))
        app = _app(plans, groups, clock, topics=topics)
        asyncio.run(_together(plans, app, place, clock, open_browser=open_browser))
    return 0


def _plan(folder: Path, ports: tuple[int, int], packs: Packs, named: Mapping[str, str], nth: int, name: str) -> Plan:
    """Plan the bot that comes after `nth` others, for some municipalities; its name is empty where it is the only
    one.
    """
    number, _, secret = TOKEN.partition(":")
    registrars = {pack.id: pack.registrar for pack in packs.values() if pack.registrar}
    return Plan(
        *(folder, *ports, {pack: named[pack] for pack in packs}, key_of(folder, name), registrars),
        offices=first_offices(packs),
        name=name,
        token=f"{int(number) + nth}:{secret}",
    )


def _app(plans: Sequence[Plan], groups: Sequence[Packs], clock: DemoClock, *, topics: bool) -> Application:
    """The local Bot API of each bot, with people in it; of several bots behind one page."""
    servers = []
    for plan, packs in zip(plans, groups, strict=True):
        server = build_app(token=plan.token, clock=clock, zone=ZONE, health=plan.health, username=plan.username)
        populate(server.world, packs, topics=topics)
        servers.append(server)
    if not plans[0].name:
        return servers[0]
    towns = {name: pack.name for packs in groups for name, pack in packs.items()}
    titles = {name: {language: words(text, language) for language in Language} for name, text in towns.items()}
    return SeveralServers(dict(zip(titles, servers, strict=True)), titles)


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


async def _together(
    plans: Sequence[Plan], app: Application, place: socket.socket, clock: DemoClock, *, open_browser: bool
) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    server = _Server(app)
    serving = asyncio.create_task(server.serve(sockets=[place]))
    watching = asyncio.create_task(_watch(plans, app, stop))
    greeting = asyncio.create_task(_greet(plans[0], clock, open_browser=open_browser))
    await stop.wait()
    greeting.cancel()
    await watching
    server.should_exit = True
    await serving


async def _watch(plans: Sequence[Plan], app: Application, stop: asyncio.Event) -> None:
    """Keep the bot alive until the demo stops: a dead one is started again, a hasty one after a growing
    pause.
    """
    plan, pause = plans[0], FIRST_PAUSE
    settings = environment(plans)
    with (plan.folder / "bot.log").open("ab") as log:
        while not stop.is_set():
            began = time.monotonic()
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=plan.folder, env=settings, stdout=log, stderr=log
            )
            app.tell_running(running=True)
            await _until_either(bot, stop)
            if stop.is_set():
                return
            app.tell_running(running=False)
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
