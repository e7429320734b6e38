"""Words and presses before any dialog sees them: the gate, cut messages, what means the same everywhere, wishes."""
