"""Goals in own words, one a line."""

from knowledge.answers.reading.length import item_problem
from knowledge.answers.reading.pieces import pieces
from knowledge.answers.result import Reading, Typed, Understood


def read_texts(said: Typed) -> Reading:
    """Take one goal a line."""
    items = pieces(said.text)
    return item_problem(said, items, none="texts.none", many="texts.many") or Understood(items)
