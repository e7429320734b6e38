"""What is answered in own words: names, texts, measures, partners."""
