"""Query -> Answer: the rows of the registers, and what they add up to through time."""
