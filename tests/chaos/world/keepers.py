"""Who keeps the processes of Lots alive: each is started again at once when it has been killed or has ended.

What systemd does for an operator. `Front` is the gate that operators put before several processes with a webhook.
"""

import asyncio
import random
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.benchmarks.processes.builds import HERE, Build
from tests.bot.running import LotsProcess

READY_PATIENCE = 30.0


@dataclass
class Keeper:
    """One process of Lots. `kills` are instants in unix seconds, `starts` likewise."""

    process: LotsProcess
    health: str
    starts: list[float] = field(default_factory=list)
    kills: list[float] = field(default_factory=list)
    ended: int = 0
    _task: asyncio.Task[None] | None = None

    @classmethod
    def of(cls, settings: Mapping[str, str], folder: Path, build: Build = HERE) -> "Keeper":
        """The keeper of a process with these settings, not yet started."""
        process = LotsProcess(settings, folder, "-m", "bot", "run")
        process.root, process._command[0] = build.root, build.python
        return cls(process, f"http://{settings['LOTS_LISTEN']}/health")

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self.process._process is not None and self.process._process.poll() is None

    def start(self) -> None:
        """Start the process, and see to it that it lives on whenever it ends by itself."""
        self._start()
        self._task = asyncio.create_task(self._watch())

    def kill(self) -> None:
        """Kill it as a power cut would, and start it again."""
        self.end()
        self._start()

    def end(self) -> None:
        """Kill it, and let it be found dead a moment later."""
        if self.running:
            self.process.kill()
            self.kills.append(time.time())

    async def stop(self) -> None:
        """End it for good, cleanly."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self.running:
            await asyncio.to_thread(self.process.terminate)

    async def ready(self) -> bool:
        """Wait until its health page answers."""
        ends = time.monotonic() + READY_PATIENCE
        async with aiohttp.ClientSession() as session:
            while time.monotonic() < ends:
                with suppress(aiohttp.ClientError, TimeoutError):
                    async with session.get(self.health, timeout=aiohttp.ClientTimeout(total=5)) as answer:
                        if answer.status in (200, 503):
                            return True
                await asyncio.sleep(0.03)
        return False

    def _start(self) -> None:
        self.starts.append(time.time())
        self.process.start()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(0.2)
            if not self.running:
                self.ended += 1
                self._start()


class Front:
    """A gate that hands each connection to one of the processes that answer; with none it hangs up."""

    def __init__(self, ports: list[int], seed: int) -> None:
        self._ports = ports
        self._chance = random.Random(seed)
        self._server: asyncio.Server | None = None

    async def open(self, port: int) -> None:
        """Listen on a port."""
        self._server = await asyncio.start_server(self._take, "127.0.0.1", port)

    async def close(self) -> None:
        """Let nobody in any more."""
        if self._server is not None:
            self._server.close()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for port in self._chance.sample(self._ports, len(self._ports)):
            with suppress(OSError):
                inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", port)
                await asyncio.gather(_pump(reader, inner_writer), _pump(inner_reader, writer))
                return
        writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
    writer.close()
