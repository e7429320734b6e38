"""A text in own words."""

from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.reading.length import too_long_or_short
from knowledge.answers.result import Reading, Typed, Understood


def _read(said: Typed) -> Reading:
    """Take any words of a fitting length."""
    return too_long_or_short(said, said.text) or Understood(said.text)


TEXT = Kind(name="text", read=_read, any_words=True, is_story=True, set_as=SetAs.PROSE)
