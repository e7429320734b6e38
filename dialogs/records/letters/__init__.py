"""Letters to the registrar: what stands in one, and what became of those that Lots was told to send."""
