"""What comes up at a desk by itself: quiet owners, the mornings of absences, the digest of a morning."""
