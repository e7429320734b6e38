"""Small groups are hidden, so that no number of a report tells of single associations, and no sum gives one away.

A group with fewer than `FEWEST` is `SMALL`. Where the total and the other groups would still tell its size, more groups
are `HIDDEN`, the smallest first, until whoever knows the total, what is shown and these rules cannot say how many any
other group has; that it has none may be known. Where this cannot be reached, no group is shown. All groups that there
might be are listed, empty ones too, so that being listed says nothing.
"""

from collections.abc import Mapping
from enum import StrEnum

FEWEST = 5
"""In cases: what is counted of fewer says something of single associations (the city's welfare report, S4)."""


class Mark(StrEnum):
    """What stands where a number would say too much."""

    SMALL = "small"
    """Fewer than `FEWEST`."""
    HIDDEN = "hidden"
    """Not shown because of others; it may have any number."""


Shown = int | Mark
Groups = dict[str, Shown]


def small(count: int) -> bool:
    """Tell whether so few are hidden."""
    return count < FEWEST


def hidden(groups: Mapping[str, int]) -> Groups:
    """Return the groups of a total that is known, with marks for those that must not be seen."""
    marked: Groups = {name: Mark.SMALL if small(count) else count for name, count in groups.items()}
    for name in sorted(groups, key=lambda name: groups[name]):
        if is_safe(marked, sum(groups.values())):
            return marked
        if marked[name] is not Mark.SMALL:
            marked[name] = Mark.HIDDEN
    return marked if is_safe(marked, sum(groups.values())) else dict.fromkeys(groups, Mark.HIDDEN)


def is_safe(marked: Mapping[str, Shown], total: int) -> bool:
    """Tell whether nobody can work out a number that is not shown.

    Small groups have 0 to 4, hidden ones are known to have at least 5, for else they would be small. That a group is
    empty may be known: nobody is in it.
    """
    marks = [shown for shown in marked.values() if isinstance(shown, Mark)]
    rest = total - sum(shown for shown in marked.values() if not isinstance(shown, Mark))
    found = [_possible(mark, marks, rest) for mark in set(marks)]
    return all(len(possible) > 1 or max(possible, default=0) == 0 for possible in found)


def _possible(mark: Mark, marks: list[Mark], rest: int) -> range:
    """What a group with a mark may have, when all groups with marks have so many together."""
    others = list(marks)
    others.remove(mark)
    least, most = _bounds(mark, rest)
    lows = sum(_bounds(other, rest)[0] for other in others)
    highs = sum(_bounds(other, rest)[1] for other in others)
    return range(max(least, rest - highs), min(most, rest - lows) + 1)


def _bounds(mark: Mark, rest: int) -> tuple[int, int]:
    return (0, FEWEST - 1) if mark is Mark.SMALL else (FEWEST, rest)
