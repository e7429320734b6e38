"""What an association is asked of itself: its numbers, its account, who signs, its rules."""
