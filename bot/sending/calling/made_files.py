"""Files that are made when their turn in the outbox comes: documents of a proposal, the export of a chat, and what is
asked for of all cases.

A parcel says which file it wants. Documents are drawn in a thread of their own and kept for the few seconds in which
the other files of the same proposal are sent.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from bot.clock import Now
from bot.database_thread import DatabaseThread
from bot.documents.files import ATTACHED, FILES, LISTS, PAPERS, is_of_list
from bot.drawing_thread import DrawingThread
from bot.mail.message import Enclosed, draft
from bot.overview.orders import Made, Orders
from bot.sending.calling.attached_files import Fetch, Fetched, fetched, nothing_there
from bot.telegram.refusal import Sort, Undeliverable
from dialogs.conversation.own_proposals import as_it_stands
from dialogs.conversation.own_proposals import files as files_of
from dialogs.records.letters.letter import Letter
from dialogs.records.proposal import Proposal
from dialogs.texts import plain
from knowledge.answers.kinds.attached.files import apart
from knowledge.language import Language
from knowledge.municipality.pack import Pack, Packs
from knowledge.papers.paper import PROPOSAL
from storage.database import Database
from storage.encryption.codec import to_json
from storage.queue_items import Paper, Parcel, PrintedPitch

File = tuple[str, bytes]
Render = Callable[[Proposal, Pack, Language], list[File]]
ARCHIVE = ".zip"
KEPT = 8
"""How many proposals have their files kept in memory: each is asked for four times, once a message, in a row."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made, and what is said under it: which files it had to go without, or nothing."""

    name: str
    content: bytes
    words: str = ""


class Files:
    """Makes the file that a parcel asks for; knows nothing of sending. `fetch` brings people's own files."""

    def __init__(
        self,
        packs: Packs,
        render: Render,
        database: Database,
        thread: DatabaseThread,
        now: Now,
        fetch: Fetch = nothing_there,
    ) -> None:
        self._packs = packs
        self._render = render
        self._database = database
        self._thread = thread
        self._now = now
        self._fetch = fetch
        self._drawing = DrawingThread()
        self._orders = Orders(database, thread, self._drawing)
        self._made: dict[str, asyncio.Task[list[File]]] = {}

    async def make(self, parcel: Parcel) -> MadeFile | None:
        """Return a file; None when there is no such file. Raises whatever rendering raises.

        Raise `Undeliverable`: for good when Lots no longer knows the municipality of a proposal, for now when Telegram
        cannot be asked for the files that belong in it.
        """
        paper, calendar, letter = parcel.notes.paper, parcel.notes.calendar, parcel.notes.letter
        if calendar is not None:
            # The library of calendars takes memory and time to load; most starts need none.
            from bot.calendar.calendar_file import calendar_file

            return MadeFile(*calendar_file(calendar))
        if parcel.notes.pitch is not None:
            return await self._pitch(parcel.notes.pitch)
        if paper is None:
            return MadeFile(*await self._export(parcel.chat))
        if letter is not None:
            enclosed = await self.attached(letter, paper.proposal)
            return MadeFile(*draft(letter, enclosed.files), self._without(parcel, enclosed.missing))
        return await self._paper(parcel, paper)

    async def attached(self, letter: Letter, proposal: Proposal) -> Enclosed:
        """Return what a letter about a proposal carries: both papers as PDF and the files that were sent, or nothing.

        Where the municipality has a form of its own, it goes in place of the data sheet. Raises as above.
        """
        if not letter.carries_papers:
            return Enclosed([])
        files = await self._documents(Paper(proposal, letter.language, len(FILES) - 1))
        filled = files[len(FILES) + LISTS : -1]  # the last file is the archive
        wanted = [(PROPOSAL, ATTACHED)] if filled else [(paper, ATTACHED) for paper in PAPERS]
        papers = [*filled, *(file for file, kind in zip(files, FILES, strict=False) if kind in wanted)]
        own = await self._own_files(proposal, Language(letter.language))
        return Enclosed(_together(papers, own), own.missing)

    async def _paper(self, parcel: Parcel, paper: Paper) -> MadeFile | None:
        files = await self._documents(paper)
        if paper.number >= len(files):
            return None
        name, content = files[paper.number]
        if not name.endswith(ARCHIVE):
            return MadeFile(name, content)
        own = await self._own_files(paper.proposal, Language(paper.language))
        if own.files:
            content = await self._drawing.run(_zipped, _together([file for file in files[:-1] if file[0]], own))
        return MadeFile(name, content, self._without(parcel, own.missing))

    async def _pitch(self, wanted: PrintedPitch) -> MadeFile:
        # The makers of documents take memory and time to load; most starts need none.
        from bot.documents.outline.pitch_files import pitch_file

        return MadeFile(*await self._drawing.run(pitch_file, wanted.page, wanted.number))

    async def _own_files(self, proposal: Proposal, language: Language) -> Fetched:
        pack = self._pack(proposal)
        return await fetched(files_of(pack, as_it_stands(pack, proposal), language), self._fetch)

    def _without(self, parcel: Parcel, missing: tuple[str, ...]) -> str:
        """What is said of files that are no more, in the language of the chat."""
        language = Language(parcel.notes.language or Language.SV)
        return plain(language, "papers.files_gone", names=missing) if missing else ""

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


def _together(papers: list[File], own: Fetched) -> list[File]:
    """The papers and the files that were sent, none under the name of another."""
    together = list(papers)
    for name, content in own.files:
        together.append((apart(name, [known for known, _ in together]), content))
    return together


def _zipped(files: list[File]) -> bytes:
    # What packs documents takes memory and time to load; most starts need none.
    from bot.documents.word.packed import zipped

    return zipped(files)
