"""What municipalities say, and what follows from it: pure functions over packs and typed words."""
