"""`lots demo`: a strict local Bot API with a page on which people and navigators can be played."""
