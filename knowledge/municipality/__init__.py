"""A pack: its values, its files with their shape, and what must fit together in it."""
