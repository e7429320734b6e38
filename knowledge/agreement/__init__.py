"""Stage 2: what an agreement's checklist asks, how each item stands, and the days that an agreement has."""
