"""What was written once is used again: the association's basics, or a whole proposal, in the next one."""
