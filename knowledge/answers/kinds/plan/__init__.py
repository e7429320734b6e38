"""When: the period with its days, and the minutes of the pitch."""
