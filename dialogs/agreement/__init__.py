"""Stage 2 as the desk works with it: opened, answered for the municipality, made into an outline, reminded of."""
