"""How the bot gets its updates: by asking (getUpdates) or by being told (setWebhook), never both.

The queue itself is `world/updates.py`, the deliveries are `world/webhook.py`.
"""

from typing import Any

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.refusals import WEBHOOK_ACTIVE, Refusal
from bot.demo.world.faults import Faults
from bot.demo.world.updates import Updates
from bot.demo.world.webhook import Webhook


def kinds(arguments: Arguments) -> list[str] | None:
    """The kinds of updates that a call asks for; None where it leaves them as they are."""
    return [str(kind) for kind in arguments.listing("allowed_updates")] if arguments.has("allowed_updates") else None


async def get_updates(updates: Updates, webhook: Webhook, faults: Faults, arguments: Arguments) -> list[dict[str, Any]]:
    """The updates that wait, after at most `timeout` seconds. Raises 409 where a webhook is set."""
    if webhook.target is not None:
        raise await updates.conflict(Refusal(*WEBHOOK_ACTIVE))
    updates.allow(kinds(arguments))
    limit = arguments.number("limit", 100)
    batch = await updates.poll(arguments.number("offset"), limit, arguments.number("timeout"))
    handed = faults.delivered(batch, updates.given)
    if batch:
        updates.given = batch
    return handed


def set_webhook(updates: Updates, webhook: Webhook, arguments: Arguments) -> bool:
    """Have updates brought to a URL; an empty one ends it."""
    if not arguments.text("url"):
        return delete_webhook(updates, webhook, arguments)
    webhook.set(arguments.text("url"), arguments.text("secret_token"), arguments.number("max_connections", 40))
    updates.allow(kinds(arguments))
    if arguments.flag("drop_pending_updates"):
        updates.forget()
    return True


def delete_webhook(updates: Updates, webhook: Webhook, arguments: Arguments) -> bool:
    """Go back to getUpdates."""
    webhook.stop()
    if arguments.flag("drop_pending_updates"):
        updates.forget()
    return True


def get_webhook_info(updates: Updates, webhook: Webhook) -> dict[str, Any]:
    """Where updates go and how that fares."""
    target = webhook.target
    info: dict[str, Any] = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(updates) + webhook.under_way(),
    }
    if target and target.error:
        info.update(last_error_date=target.error_at, last_error_message=target.error)
    if target:
        info["max_connections"] = target.connections
    if updates.allowed is not None:
        info["allowed_updates"] = sorted(updates.allowed)
    return info
