"""How updates wait for the bot: offsets, one poller at a time, and how long they wait."""

import asyncio

import pytest
from telegram import Update

from bot.demo.rules.refusals import OTHER_POLLER, Refusal
from bot.demo.world.updates import Updates
from tests.bot.demo.town import Town, in_town


def texts(updates: list[Update]) -> list[str | None]:
    return [update.message and update.message.text for update in updates]


@in_town
async def test_an_update_stays_until_a_higher_offset_is_asked_for(town: Town) -> None:
    anna = await town.person()
    for text in ("ett", "två", "tre"):
        await town.post(f"/people/{anna}/write", {"text": text})
    first = list(await town.bot.get_updates(offset=town.offset))
    again = list(await town.bot.get_updates(offset=town.offset, limit=2))
    assert (texts(first), texts(again)) == (["ett", "två", "tre"], ["ett"])
    rest = list(await town.bot.get_updates(offset=first[1].update_id + 1))
    assert texts(rest) == ["tre"]
    assert texts(list(await town.bot.get_updates(offset=-1))) == ["tre"]
    assert await town.bot.get_updates(offset=first[2].update_id + 1) == ()


@in_town
async def test_a_long_poll_wakes_at_once(town: Town) -> None:
    anna = await town.person()
    poll = asyncio.create_task(town.heard(30))
    await asyncio.sleep(0.05)
    await town.post(f"/people/{anna}/write", {"text": "hej"})
    assert texts(await asyncio.wait_for(poll, 5)) == ["hej"]


@in_town
async def test_a_second_poller_ends_the_first(town: Town) -> None:
    anna = await town.person()
    first = asyncio.create_task(town.refused("getUpdates", offset=town.offset, timeout=30))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(town.heard(30))
    assert await first == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await town.post(f"/people/{anna}/write", {"text": "hej"})
    assert texts(await second) == ["hej"]


@in_town
async def test_allowed_updates_are_remembered(town: Town) -> None:
    anna = await town.person()
    await town.bot.get_updates(offset=town.offset, allowed_updates=["message"])
    assert (await town.post(f"/people/{anna}/block"))["update_id"] is None
    await town.post(f"/people/{anna}/unblock")
    assert (await town.post(f"/people/{anna}/write", {"text": "hej"}))["update_id"]
    assert texts(await town.heard()) == ["hej"]


@in_town
async def test_numbers_that_start_again(town: Town) -> None:
    anna = await town.person()
    await town.post(f"/people/{anna}/write", {"text": "förr"})
    old = await town.heard()
    await town.post("/faults/restart", {"first": 500})
    await town.post(f"/people/{anna}/write", {"text": "nu"})
    new = await town.heard()
    assert (texts(old), texts(new), new[0].update_id) == (["förr"], ["nu"], 500)
    assert await town.bot.get_updates(offset=town.offset) == ()
    await town.post(f"/people/{anna}/write", {"text": "sen"})
    for offset in (900_000_000, 900_000_001):  # an offset that lies in no stretch of numbers confirms nothing
        assert texts(list(await town.bot.get_updates(offset=offset))) == ["sen"]


@in_town
async def test_poison_is_delivered_as_it_stands(town: Town) -> None:
    said = await town.post("/faults/update", {"message": {"message_id": "not a number"}})
    updates = (await town.raw("getUpdates"))["result"]
    assert updates == [{"update_id": said["update_id"], "message": {"message_id": "not a number"}}]


class Clock:
    """A world's clock that a test moves, in unix seconds."""

    def __init__(self) -> None:
        self.at = 1_700_000_000.0

    def __call__(self) -> float:
        return self.at


def test_a_press_waits_for_two_and_a_half_minutes_and_all_else_for_a_day() -> None:
    clock = Clock()
    updates = Updates(clock)
    updates.push("callback_query", {"from": {"id": 7}})
    updates.push("message", {"chat": {"id": 7}, "date": int(clock.at)})
    updates.push("edited_message", {"chat": {"id": 7}, "date": 1, "edit_date": int(clock.at) + 5})
    waiting = []
    for seconds in (149, 1, 86_249, 1, 4, 1):
        clock.at += seconds
        waiting.append(len(updates))
    assert waiting == [3, 2, 2, 1, 1, 0]


async def asked(updates: Updates, offset: int, limit: int = 100, seconds: float = 0.0) -> list[int]:
    return [update["update_id"] for update in await updates.poll(offset, limit, seconds)]


def test_an_offset_counts_up_to_ten_beyond_the_newest_number() -> None:
    async def whole() -> None:
        updates = Updates(first=100)
        for _ in range(3):
            updates.push("message", {})
        assert await asked(updates, 114) == [100, 101, 102]
        assert await asked(updates, 1, limit=0) == [100]
        assert await asked(updates, 1, limit=-5) == [100]
        assert await asked(updates, 113) == []

    asyncio.run(whole())


def test_a_question_that_comes_again_at_once_gets_one_update_and_waits_three_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.demo.world.updates.AGAIN_SECONDS", 0.2)

    async def whole() -> None:
        updates = Updates(first=100)
        assert await asked(updates, 5) == []
        begun = asyncio.get_running_loop().time()
        assert await asked(updates, 5) == []
        assert asyncio.get_running_loop().time() - begun >= 0.2
        for _ in range(3):
            updates.push("message", {})
        assert [await asked(updates, offset) for offset in (6, 6, 7)] == [[100, 101, 102], [100], [100, 101, 102]]

    asyncio.run(whole())


def test_a_poll_is_ended_by_one_that_must_wait_and_the_second_conflict_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.world.updates.CONFLICT_SECONDS", 0.2)
    monkeypatch.setattr("bot.demo.world.updates.AGAIN_SECONDS", 0.0)

    async def whole() -> None:
        updates = Updates()
        loop = asyncio.get_running_loop()
        polls = [asyncio.create_task(updates.poll(0, 100, 30)) for _ in range(2)]
        begun = loop.time()
        await asyncio.sleep(0)
        assert await updates.poll(0, 100, 0) == []
        with pytest.raises(Refusal, match=OTHER_POLLER[1]):
            await polls[0]
        assert loop.time() - begun < 0.2
        polls.append(asyncio.create_task(updates.poll(0, 100, 30)))
        with pytest.raises(Refusal, match=OTHER_POLLER[1]):
            await polls[1]
        assert loop.time() - begun >= 0.2
        updates.close()
        assert await polls[2] == []

    asyncio.run(whole())


def test_a_list_without_a_known_kind_means_the_usual_ones() -> None:
    updates = Updates()
    updates.allow(["Callback_Query"])
    assert updates.allowed == {"callback_query"}
    updates.allow(["smoke_signal"])
    assert updates.allowed is None
