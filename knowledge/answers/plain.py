"""Answers in own words: texts, names and lists of them. Only their length and count are checked."""

from knowledge.answers.denial import says_none
from knowledge.answers.result import (
    Json,
    Reading,
    Remark,
    Said,
    Unclear,
    Understood,
    one_line,
    pieces,
    quoted,
)
from knowledge.answers.vocabulary import BETWEEN, GOALS, NOTHING, SEARCHING, WHEN, found, is_any

ITEM = (10, 200)
"""The least and greatest length of one goal or measure."""

PARTNERS = 20
"""So many partners fit on a page."""


def read_text(said: Said) -> Reading:
    """Take any words of a fitting length."""
    return _too_long_or_short(said, said.text) or Understood(said.text)


def read_name(said: Said) -> Reading:
    """Take a registered name, with its rf or ry, on one line."""
    name = one_line(said.text)
    return _too_long_or_short(said, name) or Understood(name)


def read_texts(said: Said) -> Reading:
    """Take one goal a line."""
    items = pieces(said.text)
    return _item_problem(said, items, none="texts.none", many="texts.many") or Understood(items)


def read_measures(said: Said) -> Reading:
    """Take one measure a line, and remark on those that name neither a number nor a time."""
    items = pieces(said.text)
    vague = [item for item in items if not any(c.isdigit() for c in item) and not found(WHEN, item)]
    remarks = tuple(Remark("measures.vague", {"measure": quoted(item)}) for item in vague)
    if len(items) > 1:  # a single one may be the measure of the one goal that is asked about now
        remarks += count_remark(said.known.get("FP05"), [*said.so_far, *items])
    return _item_problem(said, items, none="measures.none", many="measures.many") or Understood(items, remarks)


def count_remark(goals: Json, measures: Json) -> tuple[Remark, ...]:
    """Return a remark if there are not as many measures as goals (FP06: one for each)."""
    if not isinstance(goals, list) or not isinstance(measures, list) or len(goals) == len(measures):
        return ()
    return (Remark("measures.count", {"goals": str(len(goals)), "measures": str(len(measures))}),)


def read_partners(said: Said) -> Reading:
    """Take names of partners with their roles, or a no. Partners must have agreed (V24)."""
    none = says_none(said.text)
    if none:
        return Understood([])
    items = [partner for line in pieces(said.text.replace("\t", ", ")) for partner in _partners(line)]
    items = [item for item in items if not is_any(BETWEEN, item)]
    if none is False or any(_is_no_partner(item) for item in items):
        return said.unclear("partners.none")
    if not items or len(said.so_far) + len(items) > PARTNERS:
        return said.unclear("partners.unreadable", most=str(PARTNERS))
    return Understood(items, (Remark("partners.consent"),))


def _is_no_partner(item: str) -> bool:
    """Tell whether an item says that there is nobody, or nobody yet: "vi letar"."""
    return says_none(item) is not None or bool(found(SEARCHING, item))


def _partners(line: str) -> list[str]:
    """Part a line at its commas if a name follows each; else a comma begins the partner's role."""
    parts = pieces(line, ",")
    return parts if all(part[0].isupper() for part in parts) else [line]


def longest(said: Said) -> int:
    """Return the greatest length that a field takes."""
    return said.field.limits[1] or len(said.text)


def _too_long_or_short(said: Said, text: str) -> Unclear | None:
    least, most = said.field.limits[0], longest(said)
    if len(text) < least:
        return said.unclear("text.short", least=str(least), length=str(len(text)))
    if len(text) > most:
        return said.unclear("text.long", most=str(most), length=str(len(text)))
    return None


def _item_problem(said: Said, items: list[str], *, none: str, many: str) -> Unclear | None:
    """Return why lines are not the goals or measures that fit: none, too many, too short or too long."""
    count = len(said.so_far) + len(items)
    most = said.field.limits[1] or count
    if any(says_none(item) and (is_any(NOTHING, item) or found(GOALS, item)) for item in items):
        return said.unclear(none)
    if count > most:
        return said.unclear(many, most=str(most), count=str(count))
    for item in items:
        if not ITEM[0] <= len(item) <= ITEM[1]:
            return said.unclear("texts.item", item=quoted(item), least=str(ITEM[0]), most=str(ITEM[1]))
    return None if items else said.unclear("text.empty")
