"""The registered name of an association."""

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.length import too_long_or_short
from knowledge.answers.reading.pieces import one_line
from knowledge.answers.result import Reading, Typed, Understood


def _read(said: Typed) -> Reading:
    """Take a registered name, with its rf or ry, on one line."""
    name = one_line(said.text)
    return too_long_or_short(said, name) or Understood(name)


NAME = Kind(name="name", read=_read, any_words=True, is_name=True, on_sheet=SheetPart.IDENTITY)
