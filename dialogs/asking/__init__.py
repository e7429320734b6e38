"""A navigator asks offices about a case: which, what, until when; seen first, then sent."""
