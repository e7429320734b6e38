"""What an association needs, told from its own words: is it a need, which topics and doors, and why."""
