"""Several people at one proposal: who takes part, what they say of it, what they changed."""
