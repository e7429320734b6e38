"""Questions that people ask instead of naming a need: recognised, and what they are about."""
