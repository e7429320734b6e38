"""Notices to a desk, each told once: the numbers of a year, and what a long silence may have swallowed."""
