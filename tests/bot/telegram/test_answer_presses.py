"""Every press is answered at once; what is no press is passed over, and a refusal stops nobody."""

import asyncio
from typing import Any

from bot.telegram.answer_presses import Acknowledger
from bot.telegram.gateway import Gateway
from tests.bot.running import TOKEN, LocalBotApi


def answered(telegram: LocalBotApi, updates: list[Any]) -> list[str]:
    """What the Bot API was asked to answer, in the order it was asked."""

    async def acknowledged() -> None:
        gateway = Gateway(TOKEN, telegram.url)
        await gateway.open()
        presses = Acknowledger(gateway)
        presses.acknowledge(updates)
        await asyncio.gather(*presses._tasks)
        await presses.close()
        await gateway.close()

    asyncio.run(acknowledged())
    return [call["arguments"]["callback_query_id"] for call in telegram.calls("answerCallbackQuery")]


def test_presses_are_answered_and_everything_else_is_not(telegram: LocalBotApi) -> None:
    presses = [{"callback_query": {"id": str(number)}} for number in range(6)]
    odd = [None, 7, {"message": {}}, {"callback_query": None}, {"callback_query": {"id": 5}}]
    assert sorted(answered(telegram, [*odd, *presses])) == [str(number) for number in range(6)]
