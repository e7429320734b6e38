"""The proxy lies in twenty ways, and knows which messages arrived behind a lie."""

import asyncio
import json
from collections import Counter
from contextlib import suppress

import aiohttp
import pytest

from tests.bot.forked.copies import ForkedBotApi
from tests.bot.running import TOKEN, LocalBotApi
from tests.chaos.faults.lying_proxy import LyingProxy
from tests.chaos.faults.ways_to_lie import WAYS

CALLS = 200


@pytest.fixture(scope="module")
def api() -> LocalBotApi:
    """A local Bot API for the module."""
    found = ForkedBotApi()
    yield found
    found.close()


def test_there_are_twenty_ways_and_seven_hide_what_arrived() -> None:
    assert (len({way.name for way in WAYS}), sum(way.after for way in WAYS)) == (20, 7)


def test_every_way_strikes_and_exactly_what_arrived_behind_a_lie_is_known(api: LocalBotApi) -> None:
    person = api.person()
    api.write(person, "hej")
    struck, hidden = asyncio.run(_sent(api, person, share=1.0))
    arrived = {(person, message["message_id"]) for message in api.messages(person)}
    assert (set(struck), hidden) == ({way.name for way in WAYS}, arrived)


def test_an_honest_proxy_hides_nothing(api: LocalBotApi) -> None:
    person = api.person()
    api.write(person, "hej")
    assert asyncio.run(_sent(api, person, share=0.0)) == (Counter(), set())
    assert len(api.messages(person)) == CALLS


async def _sent(api: LocalBotApi, person: int, share: float) -> tuple[Counter[str], set[tuple[int, int]]]:
    proxy = LyingProxy(api.url, seed=1, share=share)
    async with proxy.open(), aiohttp.ClientSession() as http:
        for number in range(CALLS):
            body = {"chat_id": person, "text": f"nummer {number}"}
            with suppress(aiohttp.ClientError, json.JSONDecodeError):
                async with http.post(f"{proxy.url}/bot{TOKEN}/sendMessage", json=body) as answer:
                    await answer.read()
    return proxy.struck, proxy.hidden
