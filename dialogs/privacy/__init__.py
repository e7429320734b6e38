"""What Lots keeps of a person, and how it is seen and erased."""
