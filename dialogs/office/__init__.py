"""An office that is asked about a case: what it sees, what it answers, and when it is reminded."""
