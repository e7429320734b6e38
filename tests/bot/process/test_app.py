"""Several bots in one process over HTTP: each answers for itself, and what harms one harms no other."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bot.forked.copies import ForkedBotApi, ForkedLots
from tests.bot.running import TOKEN, LocalBotApi, LotsProcess, fetch, free_port

pytestmark = pytest.mark.slow

OTHER_TOKEN = "1000000002:another-token-that-nobody-knows-anywhere"


@pytest.fixture
def towns() -> Iterator[list[LocalBotApi]]:
    """Two Bot API servers, each with the people of a town; their numbers are the same."""
    opened = [ForkedBotApi(), ForkedBotApi("--token", OTHER_TOKEN)]
    yield opened
    for telegram in opened:
        telegram.close()


def table(name: str, telegram: LocalBotApi, token: str = TOKEN) -> str:
    return (
        f"[[bots]]\nname = '{name}'\ntoken = '{token}'\nsecret_key = 'a key of {name}, long enough'\n"
        f"api_url = '{telegram.url}'\npacks = ['vasa']\n"
    )


def write(folder: Path, *tables: str) -> None:
    (folder / "lots.toml").write_text("\n".join(("rate = 'off'", "log = 'json'", *tables)))


def running(folder: Path, *tables: str) -> LotsProcess:
    write(folder, *tables)
    return ForkedLots({"LOTS_LISTEN": f"127.0.0.1:{free_port()}"}, folder).start()


def page(lots: LotsProcess, name: str) -> dict[str, Any]:
    return fetch(f"http://{lots.settings['LOTS_LISTEN']}/health/{name}", also=503)


def state(lots: LotsProcess, name: str) -> str:
    try:
        return lots.health()["bots"].get(name, {}).get("status", "not there")
    except OSError:
        return "not there"


def lines(lots: LotsProcess) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lots.log.read_text().splitlines()]


def test_people_with_the_same_numbers_are_answered_by_their_own_bot_alone(
    towns: list[LocalBotApi], tmp_path: Path
) -> None:
    vasa, oster = towns
    lots = running(tmp_path, table("vasa", vasa), table("oster", oster, OTHER_TOKEN))
    anna, also_anna = vasa.person("Anna"), oster.person("Anna")
    for number in range(3):
        vasa.write(anna, f"hej Vasa {number}")
        oster.write(also_anna, f"hej Östersund {number}")

    assert anna == also_anna
    assert vasa.wait_said(anna, 3) == [f"{number + 1} hej Vasa {number}" for number in range(3)]
    assert oster.wait_said(also_anna, 3) == [f"{number + 1} hej Östersund {number}" for number in range(3)]
    assert (lots.health()["status"], page(lots, "vasa")["status"]) == ("ok", "ok")
    assert lots.terminate() == 0
    assert {line.get("bot") for line in lines(lots) if line["event"] == "update"} == {"vasa", "oster"}


def test_a_bot_that_cannot_run_harms_no_other_and_runs_when_the_settings_are_mended(
    towns: list[LocalBotApi], tmp_path: Path
) -> None:
    vasa, oster = towns
    wrong = table("oster", oster, "1000000002:a-token-that-nobody-knows")
    lots = running(tmp_path, wrong, table("vasa", vasa), table("gone", vasa, "1000000003:AAAA"))
    anna, bo = vasa.person("Anna"), oster.person("Bo")
    vasa.write(anna, "hej")
    oster.write(bo, "hej")
    vasa.wait(lambda: {state(lots, name) for name in ("oster", "gone")} == {"Telegram refuses the token"})

    assert vasa.wait_said(anna, 1) == ["1 hej"]
    assert (oster.said(bo), lots.health()["status"]) == ([], "not well: gone, oster")

    write(tmp_path, table("vasa", vasa), table("oster", oster, OTHER_TOKEN))
    lots.send(signal.SIGHUP)
    assert oster.wait_said(bo, 1) == ["1 hej"]
    vasa.write(anna, "igen")
    assert vasa.wait_said(anna, 2) == ["1 hej", "2 igen"]
    vasa.wait(lambda: lots.health()["status"] == "ok")
    assert sorted(lots.health()["bots"]) == ["oster", "vasa"]

    write(tmp_path, table("vasa", vasa))
    lots.send(signal.SIGHUP)
    vasa.wait(lambda: sorted(lots.health()["bots"]) == ["vasa"])
    oster.write(bo, "under tiden")
    write(tmp_path, table("vasa", vasa), table("oster", oster, OTHER_TOKEN))
    lots.send(signal.SIGHUP)
    assert oster.wait_said(bo, 2) == ["1 hej", "2 under tiden"]
    told = [line for line in lines(lots) if line["event"] == "read the settings again"]
    assert [(line["new"], line["changed"], line["gone"]) for line in told] == [
        ("", "oster", "gone"),
        ("", "", "oster"),
        ("oster", "", ""),
    ]

    (tmp_path / "lots.toml").write_text("[[bots]]\nname = 3\n")
    lots.send(signal.SIGHUP)
    vasa.wait(lambda: any("goes on as before" in line["event"] for line in lines(lots)))
    vasa.write(anna, "nu då")
    assert vasa.wait_said(anna, 3)[2] == "3 nu då"
    assert lots.terminate() == 0
