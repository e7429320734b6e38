"""/live asks only whether the process turns round, and answers at once."""

import asyncio
import threading

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.routing import Route

from bot.database_thread import DatabaseThread
from bot.process import liveness
from bot.process.liveness import STUCK_SECONDS, Liveness


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds of a clock that stands."""
    seconds = [100.0]
    monkeypatch.setattr(liveness, "monotonic", lambda: seconds[0])
    return seconds


def test_a_thread_that_does_not_come_is_stuck_and_one_that_comes_again_is_not(clock: list[float]) -> None:
    async def asked() -> list[tuple[int, float]]:
        thread, free = DatabaseThread(), threading.Event()
        site = ASGITransport(Starlette(routes=[Route("/live", Liveness(thread).answer)]))
        async with AsyncClient(transport=site, base_url="http://here") as supervisor:

            async def look() -> tuple[int, float]:
                answer = await supervisor.get("/live")
                return answer.status_code, answer.json()["thread_seconds"]

            stuck = asyncio.create_task(thread.run(free.wait))
            told = [await look()]
            for step in (STUCK_SECONDS, 1.0):
                clock[0] += step
                told.append(await look())
            free.set()
            await stuck
            await thread.run(bool)
            told.append(await look())
        thread.close()
        return told

    assert asyncio.run(asked()) == [(200, 0.0), (200, STUCK_SECONDS), (503, STUCK_SECONDS + 1), (200, 0.0)]
