"""Answers: how typed words become a value, how a value is shown, and what two values say of each other."""

from knowledge.answers.answer import NONE, fits, of_another_kind, read, show, shown_lines
from knowledge.answers.crosschecks import cross_checks, is_checked, still_wanted
from knowledge.answers.kind import Kind
from knowledge.answers.reading.money_tables import MOST_ROWS
from knowledge.answers.register import KINDS, kind_of
from knowledge.answers.result import Given, Reading, Remark, Unclear, Understood

__all__ = [
    "KINDS",
    "MOST_ROWS",
    "NONE",
    "Given",
    "Kind",
    "Reading",
    "Remark",
    "Unclear",
    "Understood",
    "cross_checks",
    "fits",
    "is_checked",
    "kind_of",
    "of_another_kind",
    "read",
    "show",
    "shown_lines",
    "still_wanted",
]
