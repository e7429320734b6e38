"""What the gateway says of a server that refuses, that does not know the token, or that is not there."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.telegram.gateway import Gateway, WrongToken
from bot.telegram.refusal import Undeliverable
from tests.bot.running import TOKEN, LocalBotApi, free_port


def through(url: str, ask: Callable[[Gateway], Awaitable[Any]], token: str = TOKEN) -> Any:
    """Open a gateway, ask for something and close it."""

    async def asked() -> Any:
        gateway = Gateway(token, url)
        try:
            await gateway.open()
            return await ask(gateway)
        finally:
            await gateway.close()

    return asyncio.run(asked())


def words(chat: int) -> Callable[[Gateway], Awaitable[Any]]:
    return lambda gateway: gateway.call("sendMessage", {"chat_id": chat, "text": "hej"})


def test_a_call_and_a_question_for_updates_give_the_raw_results(telegram: LocalBotApi) -> None:
    anna = telegram.person()
    telegram.write(anna, "/start")

    async def both(gateway: Gateway) -> tuple[Any, list[Any]]:
        return await words(anna)(gateway), await gateway.updates(None, 0)

    sent, updates = through(telegram.url, both)
    assert (sent["text"], [update["message"]["text"] for update in updates]) == ("hej", ["/start"])


def test_a_chat_that_is_not_there_is_a_refusal_for_good(telegram: LocalBotApi) -> None:
    with pytest.raises(Undeliverable) as refused:
        through(telegram.url, words(999))
    assert (refused.value.permanent, refused.value.gone) == (True, True)


def test_a_token_that_the_server_does_not_know_is_told_at_the_door(telegram: LocalBotApi) -> None:
    with pytest.raises(WrongToken):
        through(telegram.url, words(1), token="1:nobody-has-this-token")


def test_a_server_that_is_not_there_may_be_there_later() -> None:
    with pytest.raises(Undeliverable) as refused:
        through(f"http://127.0.0.1:{free_port()}", words(1))
    assert (refused.value.permanent, refused.value.retry_after > 0, refused.value.ambiguous) == (False, True, False)
