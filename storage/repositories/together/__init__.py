"""What is kept of several people at one proposal: who takes part, and what the answers were before."""
