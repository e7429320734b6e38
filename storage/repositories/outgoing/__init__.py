"""What is to be sent, in which order it leaves, and what is remembered of what was sent."""
