"""What an event is about: the case that is meant, who may see it, and whether what it needs is whole."""
