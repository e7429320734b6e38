"""When: a day, the period with its days, implementation agreements, and the minutes of the pitch."""
