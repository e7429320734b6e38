"""Faults strike where they are told to, take effect or not as they say, and repeat from the same seed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from telegram.error import NetworkError, TimedOut

from bot.demo.clock import DemoClock
from bot.demo.doors.server import TOKEN
from bot.demo.rules.arguments import Arguments
from bot.demo.rules.refusals import Refusal
from bot.demo.world.faults import Fault, Faults
from bot.demo.world.lies import LIES
from bot.demo.world.limits import Limits
from tests.bot.demo.town import Town, in_town, town


async def sent_texts(place: Town, chat: int) -> list[str]:
    return [one["text"] for one in await place.get(f"/chats/{chat}/messages") if one["from"]["is_bot"]]


@in_town
async def test_refusing_faults(town: Town) -> None:
    anna = await town.person()
    await town.post("/faults", {"kind": "429", "seconds": 7, "count": 1, "method": "sendMessage"})
    said = await town.raw("sendMessage", chat_id=anna, text="a")
    assert said == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    for kind, code, words in (
        ("500", 500, "Internal Server Error"),
        ("403", 403, "Forbidden: bot was blocked by the user"),
        ("topic_deleted", 400, "Bad Request: message thread not found"),
        ("conflict", 409, "Conflict: terminated by other getUpdates request"),
    ):
        await town.post("/faults", {"kind": kind, "count": 1})
        assert await town.refused("sendMessage", chat_id=anna, text="a") == (code, words)
    await town.post("/faults", {"kind": "migrated", "count": 1, "to": -100777})
    said = await town.raw("sendMessage", chat_id=anna, text="a")
    assert said["parameters"] == {"migrate_to_chat_id": -100777}
    assert await sent_texts(town, anna) == []
    assert [rule["struck"] for rule in await town.get("/faults")] == [1] * 6


@in_town
async def test_cut_connections_before_and_after_acceptance(town: Town) -> None:
    anna = await town.person()
    for kind in ("cut_before", "cut_after", "502"):
        await town.post("/faults", {"kind": kind, "count": 1, "method": "sendMessage"})
        with pytest.raises(NetworkError):
            await town.bot.send_message(anna, kind)
    assert await sent_texts(town, anna) == ["cut_after"]
    calls = (await town.get("/calls?method=sendmessage"))["calls"]
    assert [(call["fault"], call["accepted"]) for call in calls] == [
        ("cut_before", False),
        ("cut_after", True),
        ("502", False),
    ]


@in_town
async def test_late_answers(town: Town) -> None:
    anna = await town.person()
    await town.post("/faults", {"kind": "delay_after", "seconds": 1.5, "count": 1, "chat": anna})
    with pytest.raises(TimedOut):
        await town.bot.send_message(anna, "sent all the same", read_timeout=0.2)
    assert await sent_texts(town, anna) == ["sent all the same"]


@in_town
async def test_updates_twice_and_out_of_order(town: Town) -> None:
    anna = await town.person()
    await town.post("/faults/seed", {"seed": 1})
    await town.post("/acts", [{"act": "write", "person": anna, "text": str(n)} for n in range(5)])
    first = await town.heard()
    await town.post("/faults", {"kind": "duplicate", "count": 1})
    await town.post(f"/people/{anna}/write", {"text": "ny"})
    second = await town.heard()
    assert [one.update_id for one in second[:-1]] == [one.update_id for one in first]
    await town.post("/faults", {"kind": "reorder", "count": 1})
    await town.post("/acts", [{"act": "write", "person": anna, "text": str(n)} for n in range(5)])
    numbers = [one.update_id for one in list(await town.bot.get_updates(offset=town.offset))]
    assert numbers != sorted(numbers)
    assert len(set(numbers)) == 5


def test_the_same_seed_strikes_the_same_calls() -> None:
    def struck(seed: int) -> list[bool]:
        faults = Faults(seed)
        faults.add(Fault(kind="500", probability=0.5))
        return [faults.strike(frozenset({"500"}), "x", Arguments({})) is not None for _ in range(64)]

    assert struck(3) == struck(3)
    assert struck(3) != struck(4)
    assert 16 < sum(struck(3)) < 48


@in_town
async def test_lies_before_a_call_and_after_it_took_effect(town: Town) -> None:
    anna = await town.person()

    async def heard(text: str, **rule: Any) -> tuple[int, bytes]:
        await town.post("/faults", {"count": 1, "method": "sendMessage", **rule})
        answer = await town.web.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": anna, "text": text})
        return answer.status_code, answer.content

    assert await heard("a", kind="lie_before", lie="firewall") == LIES["firewall"]
    assert await heard("b", kind="lie_after", lie="list") == LIES["list"]
    assert await heard("c", kind="lie_after", code=418, body="tea") == (418, b"tea")
    status, half = await heard("d", kind="lie_after", lie="half")
    assert (status, half.startswith(b'{"ok":true,"result":{"message_id":'), half.endswith(b"}")) == (200, True, False)
    assert await sent_texts(town, anna) == ["b", "c", "d"]


def test_an_unknown_fault_or_lie_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown lie: white; known: aborted, away"):
        Faults().add(Fault(kind="lie_after", lie="white"))
    with pytest.raises(ValueError, match="unknown kind of fault: earthquake"):
        Faults().add(Fault(kind="earthquake"))


def test_limits_allow_a_burst_and_then_make_wait() -> None:
    now = [0.0]
    limits = Limits(on=True, clock=lambda: now[0])
    for _ in range(4):
        limits.take(1)
    with pytest.raises(Refusal) as flood:
        limits.take(1)
    assert flood.value.body()["parameters"] == {"retry_after": 1}
    limits.take(2)
    now[0] = 1.0
    limits.take(1)
    for _ in range(20):
        limits.take(-7)
    with pytest.raises(Refusal) as flood:
        limits.take(-7)
    assert flood.value.parameters == {"retry_after": 3}


@in_town
async def test_limits_over_http(town: Town) -> None:
    anna = await town.person()
    await town.post("/faults/limits", {"on": True})
    answers = [await town.raw("sendMessage", chat_id=anna, text=str(n)) for n in range(5)]
    assert [one["ok"] for one in answers] == [True] * 4 + [False]
    assert answers[4]["description"] == "Too Many Requests: retry after 1"


def test_the_clock_moves_and_tells_its_file(tmp_path: Path) -> None:
    import asyncio

    file = tmp_path / "clock.json"
    clock = DemoClock(file, datetime(2023, 9, 1, 6, tzinfo=UTC))

    async def move() -> None:
        async with town(clock=clock) as place:
            shown = await place.post("/clock", {"advance_seconds": 3600})
            assert shown["local"].startswith("2023-09-01T10:00:0")
            shown = await place.post("/clock", {"to": "2023-09-15T15:45"})
            assert shown["instant"].startswith("2023-09-15T12:45:00")
            anna = await place.person()
            message = (await place.get(f"/chats/{anna}/messages"))[0]
            assert datetime.fromtimestamp(message["date"], UTC).isoformat()[:16] == "2023-09-15T12:45"

    asyncio.run(move())
    kept = msgspec.json.decode(file.read_bytes())
    assert kept["instant"] == "2023-09-15T15:45:00+03:00"
    assert sorted(kept) == ["instant", "set"]


@in_town
async def test_real_time_cannot_be_moved(town: Town) -> None:
    answer = await town.web.post("/clock", json={"advance_seconds": 5})
    assert answer.status_code == 400
