"""Blank forms of a municipality's own: which boxes they have, which answer goes into which, and what fits in none."""
