"""What offices were asked about cases, and what they answered."""
