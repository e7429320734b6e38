"""What a desk sees of all its cases: found by words, counted, drawn, handed out as tables."""
