"""In which language a message is: one of ours, another, or words that tell none."""
