"""Faults on demand: which call goes wrong, how, how often; the same ones again from the same seed.

Only chooses. Refusals are raised here, delays and cut connections are carried out by `doors/bot_api.py`, odd
deliveries of updates by the poll and the webhook.
"""

import random
from typing import Any

import msgspec

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.refusals import FILE_MISSING, THREAD_MISSING, Refusal, bad_request, flood, migrated
from bot.demo.world.lies import HALF, LIES, told

REFUSING = frozenset({"429", "500", "403", "migrated", "topic_deleted", "file_gone", "conflict", "error"})
LYING = frozenset({"lie_before", "lie_after"})
AT_THE_WIRE = frozenset({"502", "cut_before", "cut_after", "delay_before", "delay_after"}) | LYING
DELIVERING = frozenset({"duplicate", "reorder"})
KINDS = REFUSING | AT_THE_WIRE | DELIVERING


class Fault(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A rule. `count` is how many times it strikes (None: for ever), `probability` how likely each time.

    `seconds` is the delay or the retry_after; `code` and `description` are for the kind `error`; `to` is
    the new chat of the kind `migrated`. `method` and `chat` narrow the rule, nothing named means any.

    `lie_before` answers something else instead of carrying the call out, `lie_after` after it took effect: the `lie` of
    that name (`world/lies.py`), or any `code` and `body`.
    """

    kind: str
    method: str = ""
    chat: int | None = None
    count: int | None = None
    probability: float = 1.0
    seconds: float = 1.0
    code: int = 400  # the HTTP status that nearly all of Telegram's refusals have
    description: str = ""
    lie: str = ""
    body: str = ""
    to: int = -1_009_000_000_001  # a chat id that no group of the demo has
    id: int = 0
    struck: int = 0

    def lying(self, truth: tuple[int, bytes]) -> tuple[int, bytes]:
        """What is said instead of the truth: status and body."""
        return told(self.lie, truth) if self.lie else (self.code, self.body.encode())

    def refusal(self) -> Refusal:
        """What the bot is told."""
        match self.kind:
            case "429":
                return flood(max(1, round(self.seconds)))
            case "500":
                return Refusal(500, "Internal Server Error")
            case "403":
                return Refusal(403, self.description or "Forbidden: bot was blocked by the user")
            case "migrated":
                return migrated(self.to)
            case "topic_deleted":
                return bad_request(THREAD_MISSING)
            case "file_gone":
                return bad_request(FILE_MISSING)
            case "conflict":
                return Refusal(409, "Conflict: terminated by other getUpdates request")
            case _:
                return Refusal(self.code, self.description or "Bad Request: injected")


class Faults:
    """The rules in force, in the order in which they were made."""

    def __init__(self, seed: int = 0) -> None:
        self.rules: list[Fault] = []
        self.dice = random.Random(seed)  # noqa: S311 - chance that must repeat, not secrecy
        self._next = 1

    def add(self, fault: Fault) -> Fault:
        """Put a rule in force. Raise `ValueError` where its kind or lie is unknown."""
        if fault.kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {fault.kind}; known: {', '.join(sorted(KINDS))}")
        if fault.lie not in {"", HALF, *LIES}:
            raise ValueError(f"unknown lie: {fault.lie}; known: {', '.join(sorted({HALF, *LIES}))}")
        fault.id, self._next = self._next, self._next + 1
        self.rules.append(fault)
        return fault

    def remove(self, number: int | None = None) -> None:
        """Take one rule away, or all."""
        self.rules = [rule for rule in self.rules if number is not None and rule.id != number]

    def strike(self, kinds: frozenset[str], method: str, arguments: Arguments | None = None) -> Fault | None:
        """The first rule of these kinds that strikes this call; it is counted."""
        for rule in self.rules:
            if rule.kind in kinds and self._hits(rule, method, arguments):
                rule.struck += 1
                return rule
        return None

    def _hits(self, rule: Fault, method: str, arguments: Arguments | None) -> bool:
        if rule.count is not None and rule.struck >= rule.count:
            return False
        if rule.method and rule.method.lower() != method.lower():
            return False
        if rule.chat is not None and (arguments is None or arguments.number("chat_id") != rule.chat):
            return False
        return rule.probability >= 1 or self.dice.random() < rule.probability

    def delivered(self, batch: list[dict[str, Any]], before: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """A batch of updates as it is handed over: perhaps with those of `before` again, perhaps out of
        order.
        """
        if not self.rules or not batch:
            return batch
        if self.strike(frozenset({"duplicate"}), "getUpdates"):
            batch = [*before, *batch] if before else [*batch, *batch]
        if self.strike(frozenset({"reorder"}), "getUpdates"):
            batch = self.dice.sample(batch, len(batch))
        return batch
