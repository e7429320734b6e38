"""`lots demo`: the production bot beside the local Bot API, started again when it is killed, gone at the end."""

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

from bot.demo.launch import PORTS, _free_port, run_demo
from knowledge.municipality.load import PackError

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the bot in /proc")


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


def test_a_pack_that_is_not_there_is_told_before_anything_starts() -> None:
    with pytest.raises(PackError):
        run_demo(0, open_browser=False, packs="vasa,atlantis")


def test_more_bots_than_a_page_shows_are_refused() -> None:
    with pytest.raises(ValueError, match="4 bots at most"):
        run_demo(0, open_browser=False, bots="vasa,vaxjo,goteborg,ostersund,docs/packs/sundby")


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
def test_two_bots_of_one_process_answer_survive_a_kill_and_stop(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--no-browser", "--bots", "vasa,ostersund"]
    settings = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=settings) as demo, ended(demo):
        assert demo.stdout
        url = demo.stdout.readline().strip().removeprefix("Lots demo: ")
        patiently(lambda: "ready" in demo.stdout.readline())
        doors = {one["title"]["sv"]: f"{url}{one['at']}" for one in httpx.get(f"{url}/towns").json()}
        anna = next(one["id"] for one in httpx.get(f"{doors['Vasa']}/state").json()["people"])

        for door in doors.values():
            httpx.post(f"{door}/people/{anna}/write", json={"text": "/dates"})
        told = [patiently(lambda door=door: answers(door, anna, 1))[0] for door in doors.values()]
        assert [[name in text for name in doors] for text in told] == [[True, False], [False, True]]
        first = bot_of(demo.pid)
        os.kill(first, signal.SIGKILL)
        done = httpx.post(f"{doors['Vasa']}/people/{anna}/write", json={"text": "/help"}).json()
        assert patiently(lambda: answers(doors["Vasa"], anna, done["message"]["message_id"]))
        assert bot_of(demo.pid) != first

        demo.send_signal(signal.SIGTERM)
        assert demo.wait(20) == 0
    assert [one for one in tmp_path.iterdir() if one.name.startswith("lots-demo-")] == []
