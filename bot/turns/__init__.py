"""One batch of events in one transaction: loaded, stepped, written down."""
