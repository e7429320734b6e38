"""Reminders: the ladders of proposals and cases, what is said when their time has come, and muting."""
