"""Files that are made when their turn in the outbox comes: documents of a proposal, the export of a chat, and what is
asked for of all cases.

A parcel says which file it wants. Documents are drawn in a thread of their own and kept for the few seconds in which
the other files of the same proposal are sent.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec

from bot.clock import Now
from bot.database_thread import DatabaseThread
from bot.documents.files import ATTACHED, FILES, LISTS, PAPERS, is_of_list
from bot.drawing_thread import DrawingThread
from bot.mail.message import draft
from bot.overview.orders import Made, Orders
from bot.telegram.refusal import Sort, Undeliverable
from dialogs.records.letters.letter import Letter
from dialogs.records.proposal import Proposal
from knowledge.language import Language
from knowledge.municipality.pack import Pack, Packs
from knowledge.papers.paper import PROPOSAL
from storage.database import Database
from storage.encryption.codec import to_json
from storage.queue_items import Paper, Parcel

File = tuple[str, bytes]
Render = Callable[[Proposal, Pack, Language], list[File]]
KEPT = 8
"""How many proposals have their files kept in memory: each is asked for four times, once a message, in a row."""


class Files:
    """Makes the file that a parcel asks for. Knows nothing of sending."""

    def __init__(self, packs: Packs, render: Render, database: Database, thread: DatabaseThread, now: Now) -> None:
        self._packs = packs
        self._render = render
        self._database = database
        self._thread = thread
        self._now = now
        self._drawing = DrawingThread()
        self._orders = Orders(database, thread, self._drawing)
        self._made: dict[str, asyncio.Task[list[File]]] = {}

    async def make(self, parcel: Parcel) -> File | None:
        """Return name and content; None when there is no such file. Raises whatever rendering raises.

        Raise `Undeliverable`, for good, when Lots no longer knows the municipality of a proposal.
        """
        paper, calendar = parcel.notes.paper, parcel.notes.calendar
        if calendar is not None:
            # The library of calendars takes memory and time to load; most starts need none.
            from bot.calendar.calendar_file import calendar_file

            return calendar_file(calendar)
        if paper is None:
            return await self._export(parcel.chat)
        if parcel.notes.letter is not None:
            return draft(parcel.notes.letter, await self.attached(parcel.notes.letter, paper.proposal))
        files = await self._documents(paper)
        return files[paper.number] if paper.number < len(files) else None

    async def attached(self, letter: Letter, proposal: Proposal) -> list[File]:
        """Return what a letter about a proposal carries: both papers as PDF, or nothing. Raises as above.

        Where the municipality has a form of its own, it goes in place of the data sheet.
        """
        if not letter.carries_papers:
            return []
        files = await self._documents(Paper(proposal, letter.language, len(FILES) - 1))
        filled = files[len(FILES) + LISTS : -1]  # the last file is the archive
        wanted = [(PROPOSAL, ATTACHED)] if filled else [(paper, ATTACHED) for paper in PAPERS]
        return [*filled, *(file for file, kind in zip(files, FILES, strict=False) if kind in wanted)]

    async def ordered(self, parcel: Parcel) -> Made:
        """Return what a desk asked for of its cases. Raise whatever making it raises; `Undeliverable` as above."""
        order = parcel.notes.order
        pack = self._packs.get(order.municipality) if order else None
        if order is None or pack is None:
            reason = f"no pack for {order.municipality if order else 'it'}: nothing can be made of its cases"
            raise Undeliverable(reason, Sort.REFUSED)
        return await self._orders.make(order, pack)

    async def _documents(self, paper: Paper) -> list[File]:
        proposal, language = paper.proposal, Language(paper.language)
        render = listed_questions if is_of_list(paper.number) else self._render
        key = f"{proposal.id}:{language}:{proposal.version}:{proposal.documents_at}:{render is self._render}"
        if key not in self._made:
            while len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            pack = self._pack(proposal)
            self._made[key] = asyncio.create_task(self._drawing.run(render, proposal, pack, language))
        drawing = self._made[key]
        try:
            files = await drawing
        except Exception:
            self._made.pop(key, None)
            raise
        if paper.number in (len(FILES) - 1, len(FILES) + LISTS - 1, len(files) - 1):
            self._made.pop(key, None)  # they are sent in their order, so nobody asks for them after the last one
        return files

    def _pack(self, proposal: Proposal) -> Pack:
        # A parcel may wait in the outbox while the operator takes a pack away.
        pack = self._packs.get(proposal.municipality)
        if pack is None:
            reason = f"no pack for {proposal.municipality}: its documents cannot be made"
            raise Undeliverable(reason, Sort.REFUSED)
        return pack

    async def _export(self, chat: int) -> File:
        everything = await self._thread.run(self._everything, chat)
        content = msgspec.json.format(msgspec.json.encode(to_json(everything)), indent=2)
        return f"lots-{self._now():%Y-%m-%d}.json", content

    def _everything(self, chat: int) -> Any:
        with self._database.transaction() as work:
            return work.everything(chat)


def listed_questions(proposal: Proposal, pack: Pack, language: Language) -> list[File]:
    """Return the files of the list of questions at their numbers, behind places for the papers, which are not made."""
    # The makers of documents take memory and time to load; most starts need none.
    from bot.documents.question_list import question_list

    return [("", b"")] * len(FILES) + question_list(proposal, pack, language)
