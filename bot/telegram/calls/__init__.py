"""One call over HTTP: the client, and what its answer says."""
