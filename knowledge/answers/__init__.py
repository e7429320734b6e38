"""Answers: how typed words become a value, how a value is shown, and what two values say of each other."""

from knowledge.answers.crosschecks import CHECKED, cross_checks
from knowledge.answers.reading.money_tables import MOST_ROWS
from knowledge.answers.reading.options import UNKNOWN, prepared
from knowledge.answers.register import read
from knowledge.answers.result import Given, Remark, Unclear, Understood
from knowledge.answers.shapes import fits, of_another_kind
from knowledge.answers.showing import show, shown_lines

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
]
