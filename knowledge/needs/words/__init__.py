"""From a text to what can be counted: words, concepts, spelling slips, negation; and words that say nothing."""
