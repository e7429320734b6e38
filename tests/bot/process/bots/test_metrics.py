"""The numbers of the page of health as monitoring reads them: a line each, with its bot, and none that is not known."""

import asyncio

import httpx
from starlette.applications import Starlette

from bot.process.bots.doors import STANDING_BY, Doors
from bot.process.bots.metrics import metrics

VASA = {
    "status": "ok",
    "waiting": 2,
    "oldest_unanswered_seconds": 0.5,
    "outbox": {"pending": 1, "sending": 0},
    "token_refused_seconds": None,
    "loops": {"worker": {"seconds": 1.5, "failures": 0, "trouble": "what nobody may read"}},
    "damaged": 0,
    "backup": {"seconds": 60.0, "failures": 1, "trouble": "what nobody may read"},
    "clock": "real",
}


def numbers(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_each_number_that_is_known_has_a_line_with_its_bot() -> None:
    text = metrics({"vasa": VASA, "oster": {"status": "Telegram refuses the token"}}, ("ok",))
    assert numbers(text) == [
        'lots_well{bot="vasa"} 1',
        'lots_well{bot="oster"} 0',
        'lots_waiting{bot="vasa"} 2',
        'lots_oldest_unanswered_seconds{bot="vasa"} 0.5',
        'lots_damaged{bot="vasa"} 0',
        'lots_outbox{bot="vasa",state="pending"} 1',
        'lots_outbox{bot="vasa",state="sending"} 0',
        'lots_backup_seconds{bot="vasa"} 60.0',
        'lots_backup_failures{bot="vasa"} 1',
        'lots_loop_seconds{bot="vasa",loop="worker"} 1.5',
        'lots_loop_failures{bot="vasa",loop="worker"} 0',
    ]
    assert text.splitlines()[:2] == [
        "# HELP lots_well Whether people are being answered, by this process or another.",
        "# TYPE lots_well gauge",
    ]


def test_the_only_bot_of_a_process_has_no_name() -> None:
    assert numbers(metrics({"": {"status": "starting", "damaged": 1}}, ("ok",))) == ["lots_well 0", "lots_damaged 1"]


def test_a_bot_that_another_process_leads_is_well_and_its_webhook_is_refused_here() -> None:
    doors = Doors(several=True)
    doors.stand_by("vasa", "/hooks/vasa")
    doors.shut("oster", "Telegram refuses the token")

    async def asked() -> list[httpx.Response]:
        transport = httpx.ASGITransport(Starlette(routes=doors.routes()))
        async with httpx.AsyncClient(transport=transport, base_url="http://lots") as client:
            pages = [await client.get(path) for path in ("/metrics", "/health/vasa", "/health/oster", "/health")]
            return [*pages, *[await client.post(path) for path in ("/hooks/vasa", "/hooks/oster")]]

    page, vasa, oster, both, here, nowhere = asyncio.run(asked())
    assert numbers(page.text) == ['lots_well{bot="vasa"} 1', 'lots_well{bot="oster"} 0']
    assert page.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert (vasa.status_code, vasa.json()) == (200, {"status": STANDING_BY})
    assert (oster.status_code, both.json()["status"]) == (503, "not well: oster")
    assert (here.status_code, nowhere.status_code) == (503, 404)
