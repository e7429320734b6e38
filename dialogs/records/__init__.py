"""The frozen values that Lots keeps: proposals, cases, reminders, attachments, corrections."""
