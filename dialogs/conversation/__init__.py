"""What every dialog is made of: session, events, replies, effects, the turn, and how things stand."""
