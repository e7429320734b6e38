"""Several people at one proposal: invited by a link, each with what they may do; nothing of theirs is lost silently."""
