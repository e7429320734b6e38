"""Servers of the operator, beside Telegram's, as the settings name them."""
