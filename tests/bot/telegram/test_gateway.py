"""What the gateway says of a server that refuses, that does not know the token, or that is not there."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.telegram.gateway import AnotherPoller, Gateway, WrongToken
from bot.telegram.refusal import Sort, Undeliverable
from tests.bot.running import TOKEN, LocalBotApi, fetch, free_port


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
    assert refused.value.sort is Sort.GONE


def test_a_file_that_somebody_sent_is_fetched_whole_and_one_that_is_gone_never(telegram: LocalBotApi) -> None:
    anna, content = telegram.person(), bytes(range(256)) * 12_000
    kept = telegram.send_file(anna, "Årsmöte.pdf", content)["message"]["document"]["file_id"]
    assert through(telegram.url, lambda gateway: gateway.download(kept)) == content
    fetch(f"{telegram.url}/files/{kept}", method="DELETE")
    with pytest.raises(Undeliverable) as refused:
        through(telegram.url, lambda gateway: gateway.download(kept))
    assert refused.value.sort is Sort.REFUSED


@pytest.mark.parametrize(("kind", "sort"), [("502", Sort.WAITS), ("cut_before", Sort.WAITS), ("429", Sort.FLOOD)])
def test_a_file_that_cannot_be_fetched_now_may_be_later_and_leaves_no_doubt(
    telegram: LocalBotApi, kind: str, sort: Sort
) -> None:
    kept = telegram.send_file(telegram.person(), "Budget.pdf", b"budget")["message"]["document"]["file_id"]
    telegram.fault(kind, method="getFile")
    with pytest.raises(Undeliverable) as refused:
        through(telegram.url, lambda gateway: gateway.download(kept))
    assert refused.value.sort is sort


def test_a_token_that_the_server_does_not_know_is_told_at_the_door(telegram: LocalBotApi) -> None:
    with pytest.raises(WrongToken):
        through(telegram.url, words(1), token="1:nobody-has-this-token")


def test_a_server_that_is_not_there_may_be_there_later() -> None:
    with pytest.raises(Undeliverable) as refused:
        through(f"http://127.0.0.1:{free_port()}", words(1))
    assert refused.value.sort is Sort.WAITS


@pytest.mark.parametrize("lie", ["no_result", "number", "string", "nothing", "welcome", "half", "deep", "unauthorized"])
def test_what_is_no_list_of_updates_is_a_failed_call(telegram: LocalBotApi, lie: str) -> None:
    telegram.fault("lie_after", method="getUpdates", lie=lie)
    with pytest.raises(Undeliverable):
        through(telegram.url, lambda gateway: gateway.updates(None, 0))


def test_somebody_else_who_fetches_is_told_apart(telegram: LocalBotApi) -> None:
    telegram.fault("conflict", method="getUpdates")
    with pytest.raises(AnotherPoller):
        through(telegram.url, lambda gateway: gateway.updates(None, 0))


@pytest.mark.parametrize("lie", ["list", "no_number", "login", "no_backend", "welcome"])
def test_at_the_door_only_telegram_says_that_a_token_is_wrong(telegram: LocalBotApi, lie: str) -> None:
    telegram.fault("lie_before", method="getMe", lie=lie)
    with pytest.raises(Undeliverable):
        through(telegram.url, words(1))


def test_a_token_that_is_refused_later_is_waited_for_and_told(telegram: LocalBotApi) -> None:
    anna = telegram.person()
    telegram.write(anna, "/start")
    telegram.fault("lie_before", method="sendMessage", lie="unauthorized", count=1)

    async def twice(gateway: Gateway) -> list[tuple[bool, bool]]:
        reach, before = gateway.reach, gateway.reach.last_answer
        with pytest.raises(Undeliverable, match="401 Unauthorized") as refused:
            await words(anna)(gateway)
        then = (refused.value.sort is Sort.TOKEN and reach.token_refused, reach.last_answer == before)
        await words(anna)(gateway)
        return [then, (reach.token_refused, reach.last_answer == before)]

    assert through(telegram.url, twice) == [(True, True), (False, False)]


def test_a_message_has_its_number_also_from_half_an_answer(telegram: LocalBotApi) -> None:
    anna = telegram.person()
    telegram.write(anna, "/start")
    telegram.fault("lie_after", method="sendMessage", lie="half")
    message = through(telegram.url, lambda gateway: gateway.send("sendMessage", {"chat_id": anna, "text": "hej"}))
    assert [item["message_id"] for item in telegram.messages(anna)] == [message]
