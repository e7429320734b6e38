"""The learned weights: how they are added up, how they lie in `learned.bin`, and how that file is read."""
