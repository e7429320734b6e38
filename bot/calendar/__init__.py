"""Dates as files that people's own calendars open."""
