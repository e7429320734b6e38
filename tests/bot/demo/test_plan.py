"""What the bots of a demo are told: nothing of the operator's own settings, and of several each its own."""

import json
from pathlib import Path

import pytest

from bot.demo.doors.server import TOKEN
from bot.demo.first_people import OFFICE, STAFF
from bot.demo.plan import Plan, environment, key_of
from bot.settings_of_bots import read_bots


def test_the_bot_gets_the_demos_settings_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_TOKEN", "1:the-operators-own")
    monkeypatch.setenv("LOTS_WEBHOOK_URL", "https://the-operators-own")
    packs, registrars = {"vasa": "vasa", "lund": "/packs/lund"}, {"vasa": "registrar"}
    offices = {"vasa": "welfare", "lund": "leisure"}
    plan = Plan(tmp_path, 8080, 8081, packs, secret="k" * 20, registrars=registrars, offices=offices)
    found = {name: value for name, value in environment([plan]).items() if name.startswith("LOTS_")}
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


def test_several_get_a_table_each_and_share_nothing_but_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = [
        Plan(tmp_path, 8080, 8081, {name: name}, key_of(tmp_path, name), {name: "registrar"}, {name: "welfare"},
             name=name, token=f"{number:09}:a-token-of-tests-that-opens-nothing")
        for number, name in enumerate(("vasa", "ostersund"), 1)
    ]  # fmt: skip
    for name, value in environment(plans).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    read = {bot.name: bot.settings for bot in read_bots()}

    assert {name: (own.api_url, own.database_url, own.packs) for name, own in read.items()} == {
        name: (f"http://127.0.0.1:8080/at/{name}", f"sqlite:///{tmp_path}/{name}.db", (name,)) for name in read
    }
    assert [own.staff_chats for own in read.values()] == [{"vasa": STAFF}, {"ostersund": STAFF}]
    assert read["ostersund"].contacts == {"ostersund": {"registrar": "registrator@ostersund.example"}}
    assert {own.clock for own in read.values()} == {f"@{tmp_path}/clock.json"}
    assert len({own.secret_key.get_secret_value() for own in read.values()}) == 2
    assert key_of(tmp_path, "vasa") == read["vasa"].secret_key.get_secret_value()
