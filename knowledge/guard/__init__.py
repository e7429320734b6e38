"""The personal data guard: what must not stand in a free text, and where it stands."""
