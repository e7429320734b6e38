"""A whole round at the desk: which of its cases wait for a decision, and the same one told to several at once."""
