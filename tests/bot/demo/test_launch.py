"""`lots demo`: the production bot beside the local Bot API, started again when it is killed, gone at the end."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.demo.doors.server import TOKEN
from bot.demo.launch import OFFICE, PORTS, STAFF, Plan, _free_port, populate, run_demo
from bot.demo.world.world import TelegramWorld
from knowledge.municipality.load import PackError, load_packs

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the bot in /proc")


def test_the_bot_gets_the_demos_settings_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_TOKEN", "1:the-operators-own")
    monkeypatch.setenv("LOTS_WEBHOOK_URL", "https://the-operators-own")
    packs, registrars = {"vasa": "vasa", "lund": "/packs/lund"}, {"vasa": "registrar"}
    offices = {"vasa": "welfare", "lund": "leisure"}
    plan = Plan(tmp_path, 8080, 8081, packs, secret="k" * 20, registrars=registrars, offices=offices)
    found = {name: value for name, value in plan.environment().items() if name.startswith("LOTS_")}
    assert found == {
        "LOTS_TOKEN": TOKEN,
        "LOTS_API_URL": "http://127.0.0.1:8080",
        "LOTS_DATABASE_URL": f"sqlite:///{tmp_path}/lots.db",
        "LOTS_SECRET_KEY": "k" * 20,
        "LOTS_PACKS": json.dumps(["vasa", "/packs/lund"]),
        "LOTS_CONTACTS": json.dumps({"vasa": {"registrar": "registrator@vasa.example"}}),
        "LOTS_STAFF_CHATS": json.dumps({"vasa": STAFF, "lund": STAFF - 1}),
        "LOTS_OFFICE_CHATS": json.dumps({"vasa": {"welfare": OFFICE}, "lund": {"leisure": OFFICE - 1}}),
        "LOTS_CLOCK": f"@{tmp_path}/clock.json",
        "LOTS_LISTEN": "127.0.0.1:8081",
        "LOTS_RATE": "off",
    }


def test_the_bots_port_is_none_that_the_system_hands_out() -> None:
    assert _free_port(50_000) in PORTS
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", _free_port(50_000)))
        wish = taken.getsockname()[1]
        taken.listen()
        assert _free_port(wish) in set(PORTS) - {wish}
    assert _free_port(wish) == wish


def test_a_taken_port_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run_demo(port, open_browser=False) == 1
    assert capsys.readouterr().out.startswith(f"Port {port} is taken. Stop what uses it, or choose another: lots demo")


def test_each_municipality_has_its_own_staff_group_and_an_office() -> None:
    world = TelegramWorld({"id": 1}, lambda: 0.0)
    populate(world, load_packs(["vasa", "vaxjo"]))
    groups = {chat.id: chat.title for chat in world.chats.values() if chat.id < 0}
    assert groups == {
        STAFF: "Kontaktpersoner · Yhteyshenkilöt · Vasa",
        STAFF - 1: "Kontaktpersoner · Yhteyshenkilöt · Växjö",
        OFFICE: "Välfärdstjänsterna · Vasa",
        OFFICE - 1: "Arbete och välfärd · Växjö",
    }


def test_a_pack_that_is_not_there_is_told_before_anything_starts() -> None:
    with pytest.raises(PackError):
        run_demo(0, open_browser=False, packs="vasa,atlantis")


def patiently(look: Any) -> Any:
    """What `look` finds, as soon as it finds something."""
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError("nothing came")


@contextmanager
def ended(demo: subprocess.Popen[str]) -> Iterator[None]:
    """Whatever happens, the demo is gone afterwards."""
    try:
        yield
    finally:
        demo.terminate()


def bot_of(demo: int) -> int:
    children = Path(f"/proc/{demo}/task/{demo}/children").read_text().split()
    return int(children[0]) if children else 0


def answers(url: str, anna: int, after: int) -> list[str]:
    found = httpx.get(f"{url}/chats/{anna}/messages?after={after}").json()
    return [one["text"] for one in found if one["from"]["is_bot"]]


@pytest.mark.slow
@LINUX
def test_the_demo_answers_survives_a_kill_and_stops(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--no-browser"]
    settings = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=settings) as demo, ended(demo):
        assert demo.stdout
        url = demo.stdout.readline().strip().removeprefix("Lots demo: ")
        patiently(lambda: "ready" in demo.stdout.readline())
        state = httpx.get(f"{url}/state").json()
        anna = next(one["id"] for one in state["people"] if one["first_name"] == "Anna")

        httpx.post(f"{url}/people/{anna}/write", json={"text": "hej"})
        assert patiently(lambda: answers(url, anna, 1))
        first = bot_of(demo.pid)
        os.kill(first, signal.SIGKILL)
        done = httpx.post(f"{url}/people/{anna}/write", json={"text": "/help"}).json()
        assert patiently(lambda: answers(url, anna, done["message"]["message_id"]))
        assert bot_of(demo.pid) != first

        demo.send_signal(signal.SIGTERM)
        assert demo.wait(20) == 0
    assert [one for one in tmp_path.iterdir() if one.name.startswith("lots-demo-")] == []
