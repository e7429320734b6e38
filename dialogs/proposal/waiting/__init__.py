"""Words that are no answer yet: too few, which more may go on from, and too many, which wait beside what stands."""
