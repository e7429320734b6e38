"""What a decision says: how a case ended, why, which other way there is, and whom to ask."""
