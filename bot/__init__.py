"""The edge: the one process that talks with Telegram, and the commands that an operator runs."""
