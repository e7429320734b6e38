"""How long a person waits beside eight chats to which every message takes twelve seconds.

Eight is as many as Lots has calls under way at one time. The local Bot API holds each message to one of them back, as
Telegram does now and then; only when all eight are held do others ask.
"""

import asyncio

from tests.benchmarks.people.onlookers import Onlookers, Wait
from tests.benchmarks.people.texts import QUESTIONS
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.trials.site import Site, site

SLOW_CHATS = 8
SECONDS = 12.0
OTHERS = 5
"""How many ask meanwhile; the longest wait counts."""
PATIENCE = 60.0
LOOK_AGAIN_SECONDS = 0.05


def beside_slow_chats(build: Build) -> float:
    """The longest wait in seconds of those who asked beside the slow chats; infinite where one was never answered."""
    with site(build) as here:
        return asyncio.run(_beside(here))


async def _beside(here: Site) -> float:
    async with here.onlookers() as people:
        slow = await people.settle(SLOW_CHATS)
        await people.settle(OTHERS)
        for chat in slow:
            here.telegram.fault("delay_before", method="sendMessage", chat=chat, seconds=SECONDS)
            await people.writes(chat, QUESTIONS[0])
        while sum(rule["struck"] > 0 for rule in here.telegram.ask("/faults")) < SLOW_CHATS:  # noqa: ASYNC110
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        longest = await _longest(people)
        here.telegram.heal()
        return longest


async def _longest(people: Onlookers) -> float:
    waits: list[Wait] = await people.ask(10 * OTHERS, lambda: True, OTHERS)
    await people.all_answered(waits, PATIENCE)
    return max(float("inf") if wait.seconds is None else wait.seconds for wait in waits)
