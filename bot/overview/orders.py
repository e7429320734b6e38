"""What a desk asked for of its cases, made when its turn comes: read in portions, counted and drawn in a thread."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.database_thread import DatabaseThread
from bot.drawing_thread import DrawingThread
from bot.overview.reading import Read, everything_of, pitch_of, rows_of
from bot.overview.tables import csv_file, xlsx
from dialogs.conversation.effects import PARTS, Order, Wanted
from dialogs.overview import counting, shown
from dialogs.overview.gaps import gap_words
from dialogs.overview.gaps.found import gaps
from dialogs.overview.period import Period
from dialogs.overview.register import register
from dialogs.overview.report import report_words
from dialogs.overview.report.welfare_report import welfare_report
from dialogs.pitch.run_sheet import page
from dialogs.texts import plain
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from storage.database import Database

KEPT = 4
"""How many orders have their files kept in memory until the last of them was taken: a desk asks for one at a time."""


@dataclass(frozen=True, slots=True)
class Made:
    """A message that was made: a file of a `kind`, `document` or `photo`, with words; without content the words alone.

    `text` is plain.
    """

    text: str = ""
    name: str = ""
    content: bytes = b""
    kind: str = "document"

    def words(self, field: str) -> dict[str, Any]:
        """Return the words as a field of a payload, nothing if there are none."""
        return {field: self.text} if self.text else {}


class Orders:
    """Makes what was ordered, each order once for all its parts."""

    def __init__(self, database: Database, thread: DatabaseThread, drawing: DrawingThread) -> None:
        self._database = database
        self._thread = thread
        self._drawing = drawing
        self._made: dict[Order, asyncio.Task[list[Made]]] = {}

    async def make(self, order: Order, pack: Pack) -> Made:
        """Return the part that an order asks for. Raise `StorageError`, or whatever making it raises."""
        key = order.whole
        if key not in self._made:
            while len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            self._made[key] = asyncio.create_task(self._all(order, pack))
        try:
            made = await self._made[key]
        except Exception:
            self._made.pop(key, None)
            raise
        if order.part == PARTS[order.wanted] - 1:
            self._made.pop(key, None)
        return made[order.part]

    async def _all(self, order: Order, pack: Pack) -> list[Made]:
        source = (self._database, self._thread, pack)
        if order.wanted is Wanted.RUN_SHEET:
            read = await pitch_of(*source, order.round)
        else:
            wants_all = order.wanted is Wanted.GAPS
            read = await (everything_of(*source, _today(order)) if wants_all else rows_of(*source))
        return await self._drawing.run(made_of, read, order, pack)


def made_of(read: Read, order: Order, pack: Pack) -> list[Made]:
    """Return the messages of an order, in their order."""
    return MAKERS[order.wanted](read, order, pack, Language(order.language))


def _overview(read: Read, order: Order, pack: Pack, language: Language) -> list[Made]:
    # Typst and its fonts take memory and time to load; most starts need none of it.
    from bot.overview.picture import png

    found = counting.overview(read.rows, pack, _period(order))
    words = shown.with_unreadable(shown.caption(found, pack, language), read.unreadable, language)
    return [Made(words, f"{pack.id}-{order.year}.png", png(shown.picture(found, pack, language)), "photo")]


def _export(read: Read, order: Order, pack: Pack, language: Language) -> list[Made]:
    rows = counting.of_period(read.rows, _period(order)) if order.year else read.rows
    table = register(rows, pack, language, _today(order))
    name = f"{pack.id}-{order.year or order.today}"
    words = shown.with_unreadable(shown.count_of_cases(len(rows), language), read.unreadable, language)
    return [Made("", f"{name}.xlsx", xlsx(table)), Made(words, f"{name}.csv", csv_file(table))]


def _report(read: Read, order: Order, pack: Pack, language: Language) -> list[Made]:
    from bot.overview.pages import pdf

    found, name = welfare_report(read.rows, pack, _period(order)), f"{pack.id}-{order.year}"
    pages = [report_words.page(found, pack, spoken) for spoken in pack.languages]
    words = shown.with_unreadable(report_words.sent(found, language), read.unreadable, language)
    table = report_words.table(found, pack, language)
    return [Made("", f"{name}.xlsx", xlsx(table)), Made(words, f"{name}.pdf", pdf(pages, _today(order)))]


def _gaps(read: Read, order: Order, pack: Pack, language: Language) -> list[Made]:
    found = gaps(read.rows, read.corrections, read.stops, pack, _period(order))
    return [Made(shown.with_unreadable(gap_words.message(found, pack, language), read.unreadable, language))]


def _run_sheet(read: Read, order: Order, pack: Pack, language: Language) -> list[Made]:
    from bot.overview.run_sheet import files

    if read.pitch is None:
        raise ValueError(f"there is no pitch of {order.round} any more")
    day = read.pitch.around.pitch or read.pitch.around.deadline
    made = files(page(read.pitch, pack, language, _today(order)), _today(order))
    name = plain(language, "pitch.sheet_file", day=f"{day:%Y-%m-%d}")
    words = plain(language, "pitch.sheet_sent")
    return [Made("", f"{name}.pdf", made[0]), Made(words, f"{name}.docx", made[1])]


def _today(order: Order) -> date:
    return date.fromisoformat(order.today)


def _period(order: Order) -> Period:
    return Period(order.year, _today(order))


MAKERS = {
    Wanted.OVERVIEW: _overview,
    Wanted.EXPORT: _export,
    Wanted.REPORT: _report,
    Wanted.GAPS: _gaps,
    Wanted.RUN_SHEET: _run_sheet,
}
