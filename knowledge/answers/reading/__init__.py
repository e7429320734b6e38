"""What reading an answer needs: numbers, sums, tables, lists, languages, and the ways to say no."""
