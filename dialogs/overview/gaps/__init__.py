"""What is missing: needs without an owner, a challenge or an answer, matches that were corrected, where drafts stop."""
