"""The pitch at the desk: who may pitch, in which order and when; seen first, then published, shifted and swapped."""
