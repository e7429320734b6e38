"""From the first minute to the right door: language, municipality, need, office."""
