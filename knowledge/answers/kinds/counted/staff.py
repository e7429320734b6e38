"""Paid staff and volunteers."""

import re
from decimal import Decimal

from knowledge.answers.formats import number
from knowledge.answers.kind import Kind
from knowledge.answers.reading.numbers import MOST_PEOPLE, counts_something_else, numbers_in
from knowledge.answers.reading.sums import as_json
from knowledge.answers.reading.table_words import TOTAL
from knowledge.answers.reading.vocabulary import BETWEEN, NO, PAID, VOLUNTEERS, found, pattern
from knowledge.answers.result import Json, Reading, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown


def _read(said: Typed) -> Reading:
    """Take two numbers, paid staff and volunteers: in that order, or each with its word. A total is checked."""
    parts = [part for part in re.split(r"\n|[,;/](?!\d)|\s(?:och|samt|ja|sekä|and)\s", said.text) if part.strip()]
    totals = [number for part in parts if found(TOTAL, part) for number in numbers_in(part)]
    parts = [part for part in parts if not found(TOTAL, part)]
    numbers = [number for part in parts for number in numbers_in(part)]
    volunteers = _of([part for part in parts if found(VOLUNTEERS, part)])
    paid = _of([part for part in parts if found(PAID, part) and not found(VOLUNTEERS, part)])
    if not re.search(r"[^\W\d_]", pattern(BETWEEN).sub("", said.text.casefold())) and len(numbers) == 2:
        paid, volunteers = as_json(numbers[0]), as_json(numbers[1])
    if paid is None or volunteers is None or len(numbers) > 2 or max(paid, volunteers) > MOST_PEOPLE:
        return said.unclear("staff.unreadable")
    together = as_json(Decimal(str(paid)) + Decimal(str(volunteers)))
    if counts_something_else(said.text) or any(total != Decimal(str(together)) for total in totals):
        return said.unclear("staff.unreadable")
    return Understood({"paid": paid, "volunteers": volunteers})


def _of(parts: list[str]) -> Json:
    """Return the number in the one part that was found, 0 if it says no, None if nothing or too much tells."""
    numbers = [number for part in parts for number in numbers_in(part)]
    if len(parts) == 1 and len(numbers) == 1:
        return as_json(numbers[0])
    return 0 if len(parts) == 1 and not numbers and found(NO, parts[0]) else None


def _show(shown: Shown) -> list[str]:
    return [f"{shown.part(key)}: {number(shown.value[key], shown.locale)}" for key in ("paid", "volunteers")]


STAFF = Kind(name="staff", read=_read, show=_show, fits=holds("paid", "volunteers"), is_number=True, counts=True)
