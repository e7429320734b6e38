"""One person who walks a script, a step at a time, waiting for each answer."""

from collections.abc import Sequence
from typing import Any

from tests.benchmarks.people.journey import Act
from tests.bot.running import LocalBotApi


def walk(telegram: LocalBotApi, person: int, script: Sequence[Act]) -> None:
    """Do each act as soon as the one before was answered. Raise `AssertionError` where no answer comes."""
    for act in script:
        before = len(telegram.messages(person))
        if act.button:
            telegram.act(person, "press", message_id=_with_button(telegram, person, act.text), button=act.text)
        else:
            telegram.write(person, act.text)
        telegram.wait(lambda before=before: len(telegram.messages(person)) > before)


def _with_button(telegram: LocalBotApi, person: int, label: str) -> int:
    """The newest message with a button of this label."""
    return int(next(item["message_id"] for item in reversed(telegram.messages(person)) if label in _labels(item)))


def _labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
