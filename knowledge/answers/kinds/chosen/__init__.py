"""What is chosen from a list: options, topics, goals, a language; yes or no with words."""
