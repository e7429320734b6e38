"""What the local Bot API remembers: people, chats, messages, files, updates, calls, faults."""
