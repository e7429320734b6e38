"""Backups that a bot makes by itself: each day, read back, a number of them kept, and told when one fails."""
