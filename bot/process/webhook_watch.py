"""What Telegram itself says of the webhook: whether it gets through, and how much waits there.

With a webhook nothing arrives when Telegram cannot reach Lots, and Lots cannot tell that from a quiet day. So Telegram
is asked, in the background, whenever somebody wants to know and the last answer is old.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import monotonic, wall
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Undeliverable

ASKED_EVERY_SECONDS = 30.0
"""How old an answer may be, about as often as supervisors ask: one call in a thousand that Telegram allows."""
FAILED_LATELY = timedelta(minutes=3)
"""Telegram tries again within a minute; an error older than three such times is over."""


@dataclass(frozen=True, slots=True)
class WebhookState:
    """What Telegram answered (Bot API, WebhookInfo): where it brings updates, how many wait, and its last error."""

    url: str
    pending: int
    error: str = ""
    failed_at: datetime | None = None

    def trouble(self, url: str, now: datetime) -> str:
        """Return why nothing gets through to a URL, empty if it does."""
        if self.url != url:
            return "Telegram brings updates elsewhere: start Lots again to set the webhook"
        if self.pending and self.failed_at is not None and now - self.failed_at < FAILED_LATELY:
            return f"Telegram does not get through to the webhook: {self.error}"
        return ""


class WebhookWatch:
    """Asks Telegram about the webhook at `url`."""

    def __init__(self, gateway: Gateway, url: str) -> None:
        self._gateway = gateway
        self._url = url
        self._asked_at: float | None = None
        self._asking: asyncio.Task[None] | None = None
        self.state: WebhookState | None = None
        """The last answer, None before the first."""

    def ask(self) -> None:
        """Have Telegram asked in the background, unless that was done lately."""
        now = monotonic()
        if self._asked_at is None or now - self._asked_at > ASKED_EVERY_SECONDS:
            self._asked_at = now
            self._asking = asyncio.create_task(self._ask())

    def trouble(self) -> str:
        """Return why nothing gets through, empty if it does or if nobody knows."""
        return self.state.trouble(self._url, wall()) if self.state else ""

    async def _ask(self) -> None:
        with suppress(Undeliverable, ValueError, TypeError, KeyError, OverflowError):
            self.state = read_state(await self._gateway.call("getWebhookInfo", {}))


def read_state(info: Any) -> WebhookState:
    """Read Telegram's answer. Raise `KeyError`, `TypeError`, `ValueError` or `OverflowError` for anything else."""
    failed = info.get("last_error_date") if isinstance(info, dict) else None
    return WebhookState(
        url=str(info["url"]),
        pending=int(info["pending_update_count"]),
        error=str(info.get("last_error_message", "")),
        failed_at=datetime.fromtimestamp(failed, UTC) if failed else None,
    )
