"""Who works at a desk: the navigators that have acted there, who is away, and who stands in."""
