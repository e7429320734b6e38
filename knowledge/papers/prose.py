"""What a person typed as paragraphs, lists and tables: an empty line parts paragraphs, marks at the beginning make
lists, and rows that were pasted from a spreadsheet keep their columns.

Nothing is corrected: numbers that do not count on from one are words like any others.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

TEXT, BULLETS, NUMBERS, ROWS = "text", "bullets", "numbers", "rows"

_MARKED = re.compile(r"(?P<indent>\s*)(?:[-–—•*·]|(?P<number>\d{1,2})[.)])\s+(?P<text>\S.*)")
_BORDER = re.compile(r"(?<=\S) *\t+ *(?=\S)")
"""Between words of one line: a tab has no width of its own on paper."""
FEWEST_ROWS = 2
"""Lines with as many tabs as each other: a single one is no table."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list with those below it, or a paragraph, whose lines are parted by line breaks."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`text`, one item), a list of `bullets` or `numbers`, which count from one, or `rows` of a table.

    All rows have as many cells as the first; an empty one stays empty.
    """

    kind: str
    items: tuple[Item, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """Return all its words on one line."""
        cells = (cell for row in self.rows for cell in row)
        return " ".join((*(part for item in self.items for part in (item.text, *item.below)), *cells))


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
    for tabs, group in groupby(text.splitlines(), lambda line: line.strip("\r\n").count("\t")):
        lines = list(group)
        rows = _columns(lines) if tabs and len(lines) >= FEWEST_ROWS else ()
        if rows:
            page.paste(rows)
            continue
        for line in lines:
            page.take(_BORDER.sub(" · ", line))
    return page.blocks()


def _columns(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the cells of lines without the columns that are empty in all; nothing if one column is left."""
    columns = zip(*([cell.strip() for cell in line.split("\t")] for line in lines), strict=True)
    told = [column for column in columns if any(column)]
    return tuple(zip(*told, strict=True)) if len(told) > 1 else ()


class _Page:
    """Takes lines one after the other and builds blocks of them."""

    def __init__(self) -> None:
        self._blocks: list[tuple[str, list[list[str]]]] = []
        self._tables: dict[int, tuple[tuple[str, ...], ...]] = {}
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

    def paste(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Add a table; what follows begins anew."""
        self._tables[len(self._blocks)] = rows
        self._blocks.append((ROWS, []))

    def blocks(self) -> tuple[Block, ...]:
        """Return what has been built."""
        return tuple(
            Block(kind, tuple(Item(first, tuple(below)) for first, *below in items), self._tables.get(place, ()))
            for place, (kind, items) in enumerate(self._blocks)
        )

    def _listed(self, marked: re.Match[str]) -> bool:
        """Add an item, and tell whether it was one: a number that does not count on is none."""
        kind, items = self._blocks[-1] if self._blocks else (TEXT, [])
        wanted, indent = NUMBERS if marked["number"] else BULLETS, len(marked["indent"])
        if kind in {BULLETS, NUMBERS} and indent > self._indent:
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
        goes_on = items and not self._parted and (kind == TEXT or line[0].isspace())
        if goes_on:
            items[-1][-1] += "\n" + line.strip()
        else:
            self._blocks.append((TEXT, [[line.strip()]]))
