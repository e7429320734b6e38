"""Calls as navigators have set them: how they change a pack's rounds, and what associations are told of it."""
