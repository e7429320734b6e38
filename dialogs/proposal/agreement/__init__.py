"""Stage 2 as the association fills it in: begun, asked question by question, seen at a glance, and renewed."""
