"""The outbox's loop: what is due is sent, and what became of it is written down."""
