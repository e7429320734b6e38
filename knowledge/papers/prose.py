"""What a person typed as paragraphs and lists: an empty line parts paragraphs, marks at the beginning make lists.

Nothing is corrected: numbers that do not count on from one are words like any others.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

TEXT, BULLETS, NUMBERS = "text", "bullets", "numbers"

_MARKED = re.compile(r"(?P<indent>\s*)(?:[-–—•*·]|(?P<number>\d{1,2})[.)])\s+(?P<text>\S.*)")
_BORDER = re.compile(r"(?<=\S) *\t+ *(?=\S)")
"""Between the columns of a table that was pasted: a tab has no width of its own on paper."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list with those below it, or a paragraph, whose lines are parted by line breaks."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`text`, one item), or a list of `bullets` or `numbers`, which count from one."""

    kind: str
    items: tuple[Item, ...]


def paragraph(*lines: str) -> tuple[Block, ...]:
    """Return lines as one paragraph, nothing for none."""
    return (Block(TEXT, (Item("\n".join(lines)),)),) if lines else ()


def listed(items: Iterable[str]) -> tuple[Block, ...]:
    """Return a list, or a paragraph for a single item."""
    entries = tuple(items)
    return (Block(BULLETS, tuple(map(Item, entries))),) if len(entries) > 1 else paragraph(*entries)


def prose(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in their order."""
    page = _Page()
    for line in text.splitlines():
        page.take(_BORDER.sub(" · ", line))
    return page.blocks()


class _Page:
    """Takes lines one after the other and builds blocks of them."""

    def __init__(self) -> None:
        self._blocks: list[tuple[str, list[list[str]]]] = []
        self._indent = 0
        self._parted = False

    def take(self, line: str) -> None:
        """Add a line to what stands last, or begin something new with it."""
        if not line.strip():
            self._parted = True
            return
        marked = _MARKED.fullmatch(line.rstrip())
        if marked is None or not self._listed(marked):
            self._written(line)
        self._parted = False

    def blocks(self) -> tuple[Block, ...]:
        """Return what has been built."""
        return tuple(
            Block(kind, tuple(Item(first, tuple(below)) for first, *below in items)) for kind, items in self._blocks
        )

    def _listed(self, marked: re.Match[str]) -> bool:
        """Add an item, and tell whether it was one: a number that does not count on is none."""
        kind, items = self._blocks[-1] if self._blocks else (TEXT, [])
        wanted, indent = NUMBERS if marked["number"] else BULLETS, len(marked["indent"])
        if kind != TEXT and indent > self._indent:
            items[-1].append(marked["text"])
            return True
        if wanted == NUMBERS and int(marked["number"]) not in {1, len(items) + 1 if kind == NUMBERS else 1}:
            return False
        if kind == wanted and marked["number"] != "1":
            items.append([marked["text"]])
        else:
            self._blocks.append((wanted, [[marked["text"]]]))
        self._indent = indent
        return True

    def _written(self, line: str) -> None:
        kind, items = self._blocks[-1] if self._blocks else (TEXT, [])
        goes_on = self._blocks and not self._parted and (kind == TEXT or line[0].isspace())
        if goes_on:
            items[-1][-1] += "\n" + line.strip()
        else:
            self._blocks.append((TEXT, [[line.strip()]]))
