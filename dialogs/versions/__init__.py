"""The versions of a proposal that the municipality has got: what changed since, sent again, questions opened anew."""
