"""The navigator's desk: cards, ownership, answers, and what the staff group is reminded of."""
