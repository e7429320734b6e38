"""The two papers of a proposal as plain values, before any page is set."""
