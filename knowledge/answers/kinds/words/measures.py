"""How each goal is measured, one measure a line."""

from collections.abc import Sequence

from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.reading.length import item_problem
from knowledge.answers.reading.pieces import pieces, quoted
from knowledge.answers.reading.vocabulary import WHEN, found
from knowledge.answers.result import Json, Reading, Remark, Typed, Understood
from knowledge.answers.shape import some_lines
from knowledge.answers.shown import as_items
from knowledge.municipality.meaning import Meaning


def _read(said: Typed) -> Reading:
    """Take one measure a line, and remark on those that name neither a number nor a time."""
    items = pieces(said.text)
    remarks = vague(items)
    if len(items) > 1:  # a single one may be the measure of the one goal that is asked about now
        remarks += count_remark(said.told(Meaning.GOALS), [*said.so_far, *items])
    return item_problem(said, items, none="measures.none", many="measures.many") or Understood(items, remarks)


def vague(measures: Sequence[str]) -> tuple[Remark, ...]:
    """Return a remark for each measure that names neither a number nor a time."""
    loose = [item for item in measures if not any(c.isdigit() for c in item) and not found(WHEN, item)]
    return tuple(Remark("measures.vague", {"measure": quoted(item)}) for item in loose)


def count_remark(goals: Json, measures: Json) -> tuple[Remark, ...]:
    """Return a remark if there are not as many measures as goals: there should be one for each."""
    if not isinstance(goals, list) or not isinstance(measures, list) or len(goals) == len(measures):
        return ()
    return (Remark("measures.count", {"goals": str(len(goals)), "measures": str(len(measures))}),)


MEASURES = Kind(
    name="measures",
    read=_read,
    show=as_items,
    fits=some_lines,
    any_words=True,
    several=True,
    one_a_goal=True,
    set_as=SetAs.LIST,
)
