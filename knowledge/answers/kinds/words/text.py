"""A text in own words."""

from knowledge.answers.reading.length import too_long_or_short
from knowledge.answers.result import Reading, Typed, Understood


def read_text(said: Typed) -> Reading:
    """Take any words of a fitting length."""
    return too_long_or_short(said, said.text) or Understood(said.text)
