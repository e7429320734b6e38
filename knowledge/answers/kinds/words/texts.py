"""Goals in own words, one a line."""

from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.reading.length import item_problem
from knowledge.answers.reading.pieces import pieces
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import some_lines
from knowledge.answers.shown import as_items


def _read(said: Typed) -> Reading:
    """Take one goal a line."""
    items = pieces(said.text)
    return item_problem(said, items, none="texts.none", many="texts.many") or Understood(items)


TEXTS = Kind(
    name="texts",
    read=_read,
    show=as_items,
    fits=some_lines,
    any_words=True,
    several=True,
    set_as=SetAs.LIST,
)
