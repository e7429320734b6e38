"""Processes with the same bots on one PostgreSQL server: each bot is led by one, all lead as many, one that dies is
followed at once, and nobody is answered twice.
"""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.running import TOKEN, LocalBotApi, LotsProcess, fetch, free_port

pytestmark = pytest.mark.slow

OTHER_TOKEN = "1000000002:another-token-that-nobody-knows-anywhere"
LED_ELSEWHERE = "another process leads it"
NAMES = ("vasa", "oster")


@pytest.fixture
def towns() -> Iterator[dict[str, LocalBotApi]]:
    """Two Bot API servers, each with the people of a town."""
    opened = {"vasa": LocalBotApi(), "oster": LocalBotApi("--token", OTHER_TOKEN)}
    yield opened
    for telegram in opened.values():
        telegram.close()


@pytest.fixture
def processes(towns: dict[str, LocalBotApi], postgresql_url: str, tmp_path: Path) -> Iterator[list[LotsProcess]]:
    """Two processes with the same bots, of which the first has begun."""
    tables = [
        f"[[bots]]\nname = '{name}'\ntoken = '{token}'\nsecret_key = 'a key of {name}, long enough'\npacks = ['vasa']\n"
        f"api_url = '{towns[name].url}'\ndatabase_url = '{postgresql_url}&schema={name}'\n"
        for name, token in zip(NAMES, (TOKEN, OTHER_TOKEN), strict=True)
    ]
    (tmp_path / "lots.toml").write_text("\n".join(("rate = 'off'", "log = 'json'", *tables)))
    opened = [LotsProcess({"LOTS_LISTEN": f"127.0.0.1:{free_port()}"}, tmp_path) for _ in range(2)]
    opened[0].start()
    yield opened
    for lots in opened:
        lots.close()


def led(lots: LotsProcess) -> dict[str, str]:
    """How each bot is in a process."""
    try:
        return {name: said["status"] for name, said in lots.health()["bots"].items()}
    except OSError:
        return {}


def page(lots: LotsProcess, name: str, also: int) -> dict[str, str]:
    """What a process says of one bot."""
    return fetch(f"http://{lots.settings['LOTS_LISTEN']}/health/{name}", also=also)


def test_bots_are_shared_out_and_one_that_loses_its_process_goes_on_in_the_other(
    towns: dict[str, LocalBotApi], processes: list[LotsProcess]
) -> None:
    first, second = processes
    people = {name: telegram.person("Anna") for name, telegram in towns.items()}
    for name, telegram in towns.items():
        telegram.write(people[name], "ett")
        assert telegram.wait_said(people[name], 1) == ["1 ett"]
    assert led(first) == dict.fromkeys(NAMES, "ok")

    second.start()
    towns["vasa"].wait(lambda: all(sorted(led(lots).values()) == sorted((LED_ELSEWHERE, "ok")) for lots in processes))
    assert led(first)["vasa"] != led(second)["vasa"]
    assert [lots.health()["status"] for lots in processes] == ["ok", "ok"]

    lost, kept = sorted(NAMES, key=lambda name: led(first)[name] != "ok")
    for name, telegram in towns.items():
        telegram.write(people[name], "två")
        assert telegram.wait_said(people[name], 2) == ["1 ett", "2 två"]
    assert page(first, kept, also=200)["status"] == LED_ELSEWHERE
    first.send(signal.SIGSTOP)  # what is written now waits, as if it came in the instant of the end
    for number in range(3):
        for name, telegram in towns.items():
            telegram.write(people[name], str(number))
    first.kill()
    begun = time.monotonic()
    towns[lost].wait_said(people[lost], 5)
    print(f"a bot whose process was killed answered after {time.monotonic() - begun:.1f} s")  # noqa: T201
    towns[kept].wait_said(people[kept], 5)
    towns[lost].wait(lambda: led(second) == dict.fromkeys(NAMES, "ok"))
    # The receipt of "2 två" may have died with the process, so that it is in doubt and comes again; nothing else may.
    said = {name: list(dict.fromkeys(telegram.said(people[name]))) for name, telegram in towns.items()}
    again = sum(len(telegram.said(people[name])) for name, telegram in towns.items()) - 10
    assert list(said.values()) == [["1 ett", "2 två", "3 0", "4 1", "5 2"]] * 2
    assert again <= towns[lost].said(people[lost]).count("2 två") - 1
