"""The two processes that the tests of the edge drive: the local Bot API with its people, and Lots itself.

Everything goes over HTTP, as it does in life; waiting is done on the feed of changes and never by the clock.
"""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ECHO = Path(__file__).parent / "echo.py"
TOKEN = "1000000001:local-token-of-the-demo-opens-nothing"
PATIENCE = 60.0
PORTS = (12_000, 30_000)


class LocalBotApi:
    """The local Bot API and the people who use it."""

    def __init__(self, *options: str) -> None:
        self._process = self._begin("-m", "bot.demo.doors.serve", "--port", "0", *options)
        self.url = self._process.stdout.readline().strip()

    def _begin(self, *arguments: str) -> Any:
        return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def close(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait(10)
        self._process.stdout.close()

    def ask(self, path: str, body: Any = None, method: str = "") -> Any:
        """Call a route of the people's side or of the levers."""
        return fetch(f"{self.url}{path}", body, method)

    def person(self, name: str = "Anna", **about: Any) -> int:
        """A new person who writes Swedish."""
        return self.ask("/people", {"first_name": name, "language_code": "sv", **about})["id"]

    def group(self, *members: int, **about: Any) -> int:
        """A new group with the bot in it."""
        return self.ask("/chats", {"title": "Personal", "members": list(members), **about})["id"]

    def write(self, person: int, text: str, **where: int) -> dict[str, Any]:
        """Write to the bot, or in a chat."""
        return self.ask(f"/people/{person}/write", {"text": text, **where})

    def send_file(self, person: int, name: str, content: bytes) -> dict[str, Any]:
        """Send a document to the bot."""
        edge = "the-edge-of-a-part"
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        body = (
            f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content + f"\r\n--{edge}--\r\n".encode()
        )
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return fetch_request(urllib.request.Request(f"{self.url}/people/{person}/files", body, kind))

    def act(self, person: int, act: str, **what: Any) -> dict[str, Any]:
        """Do something else: press, edit, block, sticker ..."""
        return self.ask(f"/people/{person}/{act}", what)

    def fault(self, kind: str, **rule: Any) -> None:
        """Let calls go wrong."""
        self.ask("/faults", {"kind": kind, **rule})

    def heal(self) -> None:
        """Take all faults away."""
        self.ask("/faults", method="DELETE")

    def said(self, chat: int) -> list[str]:
        """What the bot has said in a chat, as it now stands."""
        return [message.get("text", "") for message in self.messages(chat)]

    def messages(self, chat: int) -> list[dict[str, Any]]:
        """The bot's messages in a chat."""
        return [item for item in self.ask(f"/chats/{chat}/messages") if item.get("from", {}).get("is_bot")]

    def calls(self, method: str = "", chat: int = 0) -> list[dict[str, Any]]:
        """The ledger of the bot's calls."""
        return self.ask(f"/calls?method={method}&chat={chat}")["calls"]

    def wait(self, happened: Callable[[], Any]) -> Any:
        """Wait until something is true, looking again at every change; return what it was."""
        ends, seq = time.monotonic() + PATIENCE, 0
        while not (found := happened()):
            if time.monotonic() > ends:
                raise AssertionError("it did not happen")
            seq = self.ask(f"/changes?after={seq}&timeout=0.2")["seq"]
        return found

    def wait_said(self, chat: int, count: int) -> list[str]:
        """Wait until the bot has said so many things in a chat."""
        return self.wait(lambda: found if len(found := self.said(chat)) >= count else None)


class LotsProcess:
    """A process of Lots. Its log is kept in a file. `root` is the folder of the code that it runs."""

    def __init__(self, settings: Mapping[str, str], folder: Path, *command: str) -> None:
        self.settings = dict(settings)
        self.root = ROOT
        self.log = folder / f"lots-{id(self)}.log"
        self._folder = folder
        self._command = [sys.executable, *(command or [str(ECHO)])]
        self._process: Any = None

    def start(self) -> "LotsProcess":
        """Start and return at once."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("LOTS_")}
        environment = {**clean, **self.settings, "PYTHONPATH": str(self.root)}
        self.log.touch()
        self._process = self._begin(environment)
        return self

    def _begin(self, environment: Mapping[str, str]) -> Any:
        with self.log.open("ab") as log:
            return subprocess.Popen(self._command, cwd=self._folder, env=environment, stderr=log)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def terminate(self) -> int:
        """Ask it to stop; return its exit code."""
        return self._end(signal.SIGTERM)

    def send(self, number: int) -> None:
        """Send it a signal after which it goes on."""
        self._process.send_signal(number)

    def wait(self) -> int:
        """Wait until it ends by itself; return its exit code."""
        return self._process.wait(PATIENCE)

    def close(self) -> None:
        """Make sure it is gone, and show its log to whoever reads a failure."""
        sys.stdout.write(self.log.read_text()[-4000:])
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def health(self) -> dict[str, Any]:
        """What its health page says, also when it says that Lots is not ready."""
        return fetch(f"http://{self.settings['LOTS_LISTEN']}/health", also=503)

    def settle(self, telegram: LocalBotApi) -> None:
        """Wait until nothing is left to be handled, sent or marked."""
        telegram.wait(lambda: self.health()["waiting"] == 0 and not any(self._unsent().values()))

    def _unsent(self) -> dict[str, int]:
        outbox = self.health()["outbox"]
        return {state: outbox[state] for state in ("pending", "sending")}

    def _end(self, number: int) -> int:
        self._process.send_signal(number)
        return self._process.wait(15)


def settings_for(telegram: LocalBotApi, database_url: str, **more: str) -> dict[str, str]:
    """The environment of a process of Lots."""
    return {
        "LOTS_TOKEN": TOKEN,
        "LOTS_API_URL": telegram.url,
        "LOTS_DATABASE_URL": database_url,
        "LOTS_SECRET_KEY": "a key for tests, long enough",
        "LOTS_LISTEN": f"127.0.0.1:{free_port()}",
        "LOTS_RATE": "off",
        "LOTS_LOG": "json",
        **more,
    }


def free_port() -> int:
    """A port that nobody listened on a moment ago, from below those that the system hands out by itself."""
    while True:
        port = random.randrange(*PORTS)
        with suppress(OSError), socket.socket() as found:
            found.bind(("127.0.0.1", port))
            return port


def fetch(url: str, body: Any = None, method: str = "", also: int = 0) -> Any:
    """Get or post JSON; `also` is the code of an error that brings JSON too."""
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method or None)
    return fetch_request(request, also)


def fetch_request(request: urllib.request.Request, also: int = 0) -> Any:
    """Make a request that is answered with JSON; `also` as above."""
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as error:
        if error.code == also:
            return json.loads(error.read())
        raise AssertionError(f"{request.full_url}: {error.code} {error.read().decode()}") from None
