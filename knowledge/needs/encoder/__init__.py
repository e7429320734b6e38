"""What a text means as a vector: texts that mean the same lie near each other, in whatever words and language."""
