"""The conversation: one pure step from what was said to what is answered and what must be done."""
