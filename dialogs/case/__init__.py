"""A case as the association sees it: sent, followed, written to, withdrawn."""
