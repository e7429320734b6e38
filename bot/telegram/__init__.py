"""The only place that knows the Bot API: calls, refusals, updates, payloads and buttons."""
