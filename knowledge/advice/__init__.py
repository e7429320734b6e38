"""Which form of cooperation fits: the decision rules D1–D37 as a table."""
