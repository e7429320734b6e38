"""Plans of reminders for many people at once: reckoned anew at a start, and when a navigator changes a call."""
