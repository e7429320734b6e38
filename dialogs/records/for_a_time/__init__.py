"""What is kept for a time of its own, which /privacy names, and goes when that is over."""
