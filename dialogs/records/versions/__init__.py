"""What changed in a proposal after it was handed over, as the municipality has got it."""
