"""Lots over HTTP, with the echo conversation: what comes in is answered, once and in order."""

import json

import pytest

from tests.bot.running import LocalBotApi, LotsProcess

pytestmark = pytest.mark.slow


def test_a_message_is_answered_with_buttons(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.write(anna, "hej <b> & {{7*7}}")

    assert telegram.wait_said(anna, 1) == ["1 hej <b> & {{7*7}}"]
    assert telegram.messages(anna)[0]["reply_markup"] == {
        "inline_keyboard": [[{"text": "Ja", "callback_data": "s1.0"}, {"text": "Nej", "callback_data": "s1.1"}]]
    }


def test_a_pressed_button_is_noticed_and_answered(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.write(anna, "hej")
    telegram.wait_said(anna, 1)

    pressed = telegram.act(anna, "press", message_id=telegram.messages(anna)[0]["message_id"], button="Nej", wait=10)

    assert pressed["answer"] is not None
    assert telegram.wait_said(anna, 2)[1] == "2 valde 1 False"


def test_many_people_are_answered_each_in_order(telegram: LocalBotApi, lots: LotsProcess) -> None:
    people = [telegram.person(f"P{number}") for number in range(8)]
    telegram.ask("/acts", [{"act": "write", "person": who, "text": str(n)} for n in range(6) for who in people])

    said = [telegram.wait_said(who, 6) for who in people]

    assert said == [[f"{n + 1} {n}" for n in range(6)]] * 8


def test_a_message_that_makes_the_step_raise_is_apologised_for_and_blocks_nobody(
    telegram: LocalBotApi, lots: LotsProcess
) -> None:
    anna, bo = telegram.person(), telegram.person("Bo")
    telegram.ask("/faults/update", {"message": {"from": {"id": 1}, "chat": 7, "text": "hej"}})
    acts = [(anna, "ett"), (anna, "!fail hemligt"), (bo, "hej"), (anna, "två")]
    telegram.ask("/acts", [{"act": "write", "person": who, "text": text} for who, text in acts])

    assert telegram.wait_said(anna, 3) == ["1 ett", "Förlåt (sv)", "2 två"]
    assert telegram.wait_said(bo, 1) == ["1 hej"]
    assert (lots.health()["waiting"], lots.health()["failed"]) == (0, 2)
    assert "hemligt" not in lots.log.read_text()


def test_two_answers_keep_their_order(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    for number in range(4):
        telegram.write(anna, f"!twice {number}")

    assert telegram.wait_said(anna, 8) == [f"{word} {n}" for n in range(4) for word in ("ett", "två")]


def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.write(anna, "!long")
    telegram.wait_said(anna, 3)

    messages = telegram.messages(anna)
    assert [len(message["text"]) <= 4096 for message in messages] == [True] * len(messages)
    assert "".join(message["text"] for message in messages).count("ord") == 2000
    assert [("reply_markup" in message) for message in messages] == [False] * (len(messages) - 1) + [True]


def test_the_log_has_a_line_an_update_and_no_word_of_it(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person("Annalisa")
    update = telegram.write(anna, "min hemlighet")["update_id"]
    telegram.wait_said(anna, 1)
    lots.terminate()

    lines = [json.loads(line) for line in lots.log.read_text().splitlines()]
    about = [line for line in lines if line["event"] == "update"]
    assert [(line["update"], line["result"], line["place"]) for line in about] == [(update, "said", "start")]
    assert not any(word in lots.log.read_text() for word in ("hemlighet", "Annalisa", "local-token"))


def test_a_stop_is_clean(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.write(anna, "hej")
    telegram.wait_said(anna, 1)

    assert lots.terminate() == 0
    assert json.loads(lots.log.read_text().splitlines()[-1])["event"] == "stopped"
