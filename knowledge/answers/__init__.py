"""Answers: how typed words become a value, how a value is shown, and what two values say of each other."""

from knowledge.answers.choices import UNKNOWN, prepared
from knowledge.answers.crosschecks import CHECKED, cross_checks
from knowledge.answers.reading import read
from knowledge.answers.result import Given, Remark, Unclear, Understood
from knowledge.answers.shapes import fits, of_another_kind
from knowledge.answers.showing import show, shown_lines, shown_total
from knowledge.answers.tables import ROWS as MOST_ROWS

__all__ = [
    "CHECKED",
    "MOST_ROWS",
    "UNKNOWN",
    "Given",
    "Remark",
    "Unclear",
    "Understood",
    "cross_checks",
    "fits",
    "of_another_kind",
    "prepared",
    "read",
    "show",
    "shown_lines",
    "shown_total",
]
