"""What is wrong with a pack folder, for `lots check` and for tests.

Reads through `load.py` and judges through `schema.py`; it prints nothing and raises nothing. The settings of
a running Lots are checked at the edge, and the everyday needs of `examples.yaml` are matched elsewhere.
"""

from datetime import date
from pathlib import Path

from knowledge.load import folder_of, read_pages
from knowledge.marked import Problem
from knowledge.schema import judge
from knowledge.wording_shape import NeedShape


def problems(folder: str | Path, today: date | None = None) -> list[Problem]:
    """Return every problem of a pack folder (or of a shipped pack's id), sorted by file and line.

    Without `today` no warning is given about a `verify_by` that has passed.
    """
    pages, unreadable = read_pages(folder_of(folder))
    found = judge(pages, today).problems if pages else ()
    return sorted([*unreadable, *found])


def everyday_needs(folder: str | Path) -> tuple[NeedShape, ...]:
    """Return the needs of a pack's `examples.yaml` with the topics and offices that a reader would accept."""
    pages, _ = read_pages(folder_of(folder))
    return judge(pages).needs if pages else ()
