"""The ledger itself: it must notice what it is there to notice."""

from pathlib import Path
from typing import Any

from tests.chaos.verdict.ledger import (
    TOLD,
    astray,
    crossed,
    judge,
    left_in_silence,
    mark_hidden,
    out_of_topic,
    told,
    unexplained,
)
from tests.chaos.world.people import Association
from tests.chaos.world.script import Expected

SWEDISH = Path(__file__).parents[3] / "dialogs" / "texts" / "sv"
ANNA, DESK = Association(1, 101), -5
EXPECTED = Expected(
    chat=(("sendmessage", "hej", ""), ("sendmessage", "tack <tag>", "")), reminders=(), desk=(), shown=()
)


def call(seq: int, text: str, chat: int = 101, **more: Any) -> dict[str, Any]:
    return {"seq": seq, "at": float(seq), "method": "sendMessage", "arguments": {"chat_id": chat, "text": text}, **more}


def violations(*calls: dict[str, Any]) -> list[str]:
    return judge(calls, [ANNA], DESK, EXPECTED, 0).violations


def test_what_was_rehearsed_is_right() -> None:
    assert violations(call(1, "hej"), call(2, "tack Q0001Z")) == []


def test_what_never_came_is_missed() -> None:
    assert violations(call(1, "hej")) == ["Q0001Z: never came 'tack <tag>' (not stuck)"]


def test_another_order_is_noticed() -> None:
    assert violations(call(1, "tack Q0001Z"), call(2, "hej")) == [
        "Q0001Z: came 'tack <tag>' (sendmessage) where 'hej' was due",
        "Q0001Z: never came 'tack <tag>' (not stuck)",
    ]


def test_the_words_of_others_are_noticed() -> None:
    assert violations(call(1, "hej"), call(2, "tack Q0002Z")) == ["Q0001Z was shown the words of Q0002Z"]
    assert crossed([call(1, "Q0001Z Q0002Z", DESK)], [ANNA, Association(2, 102)]) == [
        "one message carries ['Q0001Z', 'Q0002Z']"
    ]


def test_a_case_has_one_topic_and_a_topic_one_case() -> None:
    bo = Association(2, 102)

    def card(seq: int, text: str, topic: int) -> dict[str, Any]:
        return call(
            seq, text, DESK, message_id=seq, arguments={"chat_id": DESK, "text": text, "message_thread_id": topic}
        )

    right = [card(1, "K7WM4 Q0001Z", 5), card(2, "P3QX9 Q0002Z", 6), card(3, "K7WM4 Q0001Z", 5)]
    assert out_of_topic(right, [ANNA, bo], DESK) == []
    wrong = [card(4, "K7WM4 tagen", 7), card(5, "P3QX9 svaret", 7)]
    assert out_of_topic([*right, *wrong], [ANNA, bo], DESK) == [
        "the case of Q0001Z stands in the topics [5, 7]",
        "the case of Q0002Z stands in the topics [6, 7]",
        "the cases of Q0001Z and Q0002Z stand in one topic",
    ]
    assert out_of_topic([card(1, "K7WM4 Q0001Z", 0)], [ANNA], DESK) == ["the case of Q0001Z stands in the topics [0]"]


def test_words_of_people_of_another_bot_are_noticed() -> None:
    assert astray([call(1, "Q0001Z")], [ANNA]) == []
    assert astray([call(1, "Q0001Z Q3001Z", DESK)], [ANNA]) == ["words of ['Q3001Z'] came here"]


def test_what_came_twice_needs_a_reason_and_a_doubt() -> None:
    found = judge([call(1, "hej"), call(3, "hej"), call(4, "tack Q0001Z")], [ANNA], DESK, EXPECTED, 0)

    assert found.violations == []
    assert unexplained(found, [(2.0, 2.0)], doubts=1) == []
    assert unexplained(found, [], doubts=1) == ["twice without a reason: 'hej', 2.00 s apart"]
    assert unexplained(found, [(2.0, 2.0)], doubts=0) == ["1 messages came twice, but the bot counted 0 doubts"]


def test_what_the_proxy_hid_is_a_reason_to_come_twice() -> None:
    calls = [call(1, "hej", message_id=5), call(2, "hej", message_id=6), call(3, "tack Q0001Z", message_id=7)]
    mark_hidden(calls, {(101, 5)})
    found = judge(calls, [ANNA], DESK, EXPECTED, 0)
    assert ([one.get("fault") for one in calls], unexplained(found, [], doubts=1)) == (["hidden", None, None], [])


def test_who_was_not_answered_must_have_been_told() -> None:
    lost, late = Association(1, 101, stuck="no answer"), Association(2, 102, stuck="no answer", came=lambda: True)
    apology = call(1, "Något gick fel hos mig. Försök en gång till.")
    assert told([apology]) == {"apology": 1}
    assert left_in_silence([apology], [lost, late]) == []
    assert left_in_silence([], [lost, late]) == ["Q0001Z was neither answered nor told: no answer"]


def test_the_words_by_which_people_are_told_stand_in_the_texts() -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in SWEDISH.glob("*.yaml"))
    assert [words for words in TOLD.values() if words not in texts] == []
