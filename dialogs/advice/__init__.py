"""Which form of cooperation fits: the questions one at a time, and the result in words."""
