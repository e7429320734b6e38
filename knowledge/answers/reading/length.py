"""How long an answer in own words may be."""

from knowledge.answers.reading.denial import says_none
from knowledge.answers.reading.pieces import quoted
from knowledge.answers.reading.vocabulary import GOALS, NOTHING, found, is_any
from knowledge.answers.result import Typed, Unclear

OWN_WORDS = 200
"""In characters: own words instead of an option, a role or a topic; chosen by hand, two lines of the paper."""

SHORT_TEXT = 600
"""In characters: a short answer in own words where a pack sets no limit, as long as its own short ones (Vasa)."""

ITEM = (10, 200)
"""The fewest and the most characters of one goal or measure: chosen by hand, three words or two lines of the paper."""


def longest(said: Typed) -> int:
    """Return the greatest length that a field takes."""
    return said.field.limits[1] or len(said.text)


def too_long_or_short(said: Typed, text: str) -> Unclear | None:
    """Return why a text is too short or too long for its field, None if it is neither."""
    least, most = said.field.limits[0], longest(said)
    if len(text) < least:
        return said.unclear("text.short", least=said.figures(least), length=said.figures(len(text)))
    if len(text) > most:
        return said.unclear("text.long", most=said.figures(most), length=said.figures(len(text)))
    return None


def item_problem(said: Typed, items: list[str], *, none: str, many: str) -> Unclear | None:
    """Return why lines are not the goals or measures that fit: none, too many, too short or too long."""
    count = len(said.so_far) + len(items)
    most = said.field.limits[1] or count
    if any(says_none(item) and (is_any(NOTHING, item) or found(GOALS, item)) for item in items):
        return said.unclear(none)
    if count > most:
        return said.unclear(many, most=said.figures(most), count=said.figures(count))
    for item in items:
        if not ITEM[0] <= len(item) <= ITEM[1]:
            return said.unclear("texts.item", item=quoted(item), least=str(ITEM[0]), most=str(ITEM[1]))
    return None if items else said.unclear("text.empty")
