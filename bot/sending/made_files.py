"""Files that are made when their turn in the outbox comes: the documents of a proposal and the export of a chat.

A parcel says which file it wants. Documents are rendered off the event loop and kept for the few seconds in which the
other files of the same proposal are sent.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec

from bot.clock import Now
from bot.database_thread import DatabaseThread
from bot.telegram.refusal import Undeliverable
from dialogs.records.proposal import Proposal
from knowledge.language import Language
from knowledge.municipality.pack import Pack, Packs
from storage.database import Database
from storage.encryption.codec import to_json
from storage.queue_items import Parcel

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
        self._made: dict[str, asyncio.Task[list[File]]] = {}

    async def make(self, parcel: Parcel) -> File | None:
        """Return name and content; None when there is no such file. Raises whatever rendering raises.

        Raise `Undeliverable`, for good, when Lots no longer knows the municipality of a proposal.
        """
        paper = parcel.notes.paper
        if paper is None:
            return await self._export(parcel.chat)
        files = await self._documents(paper.proposal, Language(paper.language))
        return files[paper.number] if paper.number < len(files) else None

    async def _documents(self, proposal: Proposal, language: Language) -> list[File]:
        key = f"{proposal.id}:{language}:{proposal.version}:{proposal.documents_at}"
        if key not in self._made:
            while len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            pack = self._pack(proposal)
            self._made[key] = asyncio.create_task(asyncio.to_thread(self._render, proposal, pack, language))
        try:
            return await self._made[key]
        except Exception:
            self._made.pop(key, None)
            raise

    def _pack(self, proposal: Proposal) -> Pack:
        # A parcel may wait in the outbox while the operator takes a pack away.
        pack = self._packs.get(proposal.municipality)
        if pack is None:
            reason = f"no pack for {proposal.municipality}: its documents cannot be made"
            raise Undeliverable(reason, permanent=True)
        return pack

    async def _export(self, chat: int) -> File:
        everything = await self._thread.run(self._everything, chat)
        content = msgspec.json.format(msgspec.json.encode(to_json(everything)), indent=2)
        return f"lots-{self._now():%Y-%m-%d}.json", content

    def _everything(self, chat: int) -> Any:
        with self._database.transaction() as work:
            return work.everything(chat)
