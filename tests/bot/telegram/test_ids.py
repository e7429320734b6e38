"""Which numbers are ids, wherever in an update they stand."""

from typing import Any

import pytest

from bot.telegram.ids import WrongIds, is_id, require_ids

ANNA = {"id": 7}
MESSAGE = {"message_id": 5, "chat": {"id": -100}, "from": ANNA, "reply_to_message": {"message_id": 4}}


@pytest.mark.parametrize("value", [0, 1, -1, 2**63 - 1, -(2**63)])
def test_a_whole_number_that_the_database_keeps_is_an_id(value: int) -> None:
    assert is_id(value)


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 2**70, True, False, 7.0, "7", None, [], {}])
def test_nothing_else_is_one(value: Any) -> None:
    assert not is_id(value)


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "message": MESSAGE},
        {"update_id": 1, "message": {"text": "no ids at all"}},
        {"update_id": 1, "callback_query": {"from": ANNA, "message": MESSAGE}},
        {"update_id": 1, "poll": {"id": 2**70}},
        {},
    ],
)
def test_an_update_whose_ids_are_ids_or_absent_passes(update: dict[str, Any]) -> None:
    require_ids(update)


@pytest.mark.parametrize(
    ("update", "place"),
    [
        ({"update_id": 2**70}, "update_id"),
        ({"message": {**MESSAGE, "chat": {"id": 2**70}}}, "message.chat.id"),
        ({"edited_message": {**MESSAGE, "from": {"id": True}}}, "edited_message.from.id"),
        ({"message": {**MESSAGE, "sender_chat": {"id": 1.5}}}, "message.sender_chat.id"),
        ({"message": {**MESSAGE, "reply_to_message": {"message_id": 2**64}}}, "message.reply_to_message.message_id"),
        ({"message": {**MESSAGE, "message_thread_id": "4"}}, "message.message_thread_id"),
        ({"message": {**MESSAGE, "migrate_to_chat_id": -(2**64)}}, "message.migrate_to_chat_id"),
        ({"my_chat_member": {"chat": {"id": "x"}}}, "my_chat_member.chat.id"),
        ({"callback_query": {"from": {"id": 2**63}, "message": MESSAGE}}, "callback_query.from.id"),
        ({"callback_query": {"from": ANNA, "message": {"message_id": []}}}, "callback_query.message.message_id"),
    ],
)
def test_anything_else_in_an_ids_place_is_named(update: dict[str, Any], place: str) -> None:
    with pytest.raises(WrongIds, match=f"^{place} is no id$"):
        require_ids(update)
