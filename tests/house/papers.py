"""Blocks of a paper that a program writes, each between two marks, so that nobody writes them by hand."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """The two marks between which a block stands, each a line of its own."""

    begins: str
    ends: str

    def filled(self, paper: str, words: str) -> str:
        """Return the paper with these words between the marks.

        Raises:
            ValueError: the paper does not have this block, or has it more than once.
        """
        between = re.compile(f"(?<={re.escape(self.begins)}\\n).*?(?={re.escape(self.ends)})", re.DOTALL)
        if len(between.findall(paper)) != 1:
            raise ValueError(f"the paper has no place for: {self.begins} {self.ends}")
        return between.sub(lambda _: f"\n{words}\n", paper)
