"""Which numbers of an update are ids that can be kept, looked up and answered: the one place that says so.

Telegram's ids have at most 52 bits (Bot API, Chat, id), the database's numbers 64. Whatever else stands in an id's
place is no update of Telegram's, and would be refused by the database together with all that came beside it.
"""

from collections.abc import Iterator
from typing import Any, TypeGuard

BITS = 63
"""The bits of a number in the database (BIGINT), beside its sign."""
CALLED = "message_id", "message_thread_id", "migrate_to_chat_id"
"""What holds an id in a message itself."""
NAMED = ("chat", "id"), ("from", "id"), ("sender_chat", "id"), ("reply_to_message", "message_id")
"""What holds an id in something that belongs to a message, or to a press."""


class WrongIds(ValueError):  # noqa: N818 - the name says what happened
    """An update has something else where an id belongs; the message names the place, and no word of anybody."""


def is_id(value: object) -> TypeGuard[int]:
    """Tell whether a value is a whole number that the database can keep; True and False are none."""
    return type(value) is int and -(2**BITS) <= value < 2**BITS


def require_ids(update: Any) -> None:
    """Raise `WrongIds` unless every id of an update is one, or is not there at all."""
    for place, value in _ids(update):
        if value is not None and not is_id(value):
            raise WrongIds(f"{place} is no id")


def _ids(update: Any) -> Iterator[tuple[str, Any]]:
    yield "update_id", update.get("update_id")
    for kind in ("message", "edited_message", "my_chat_member", "chat_member", "callback_query"):
        found = update.get(kind)
        if isinstance(found, dict):
            yield from _inside(kind, found)
            if kind == "callback_query" and isinstance(found.get("message"), dict):
                yield from _inside("callback_query.message", found["message"])


def _inside(place: str, found: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in CALLED:
        if name in found:
            yield f"{place}.{name}", found[name]
    for name, key in NAMED:
        holder = found.get(name)
        if isinstance(holder, dict):
            yield f"{place}.{name}.{key}", holder.get(key)
