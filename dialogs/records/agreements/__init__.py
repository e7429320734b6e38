"""Stage 2 of cases: what both sides have said for an agreement, and the same as a draft that is filled in."""
