"""All cases of a municipality, read a portion at a time, so that nobody waits while ten thousand of them are opened.

Each portion is a transaction of its own on the thread of the database: some five milliseconds, between which everybody
else has their turn. With 10 000 cases a report came within 0.7 s and both tables within 2.2 s, and people who wrote
meanwhile had their answers within 0.05 s (two cores, 2026-11-30). What changes meanwhile is seen as it stood before or
after, and both are true of some moment.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from bot.database_thread import DatabaseThread
from dialogs.deadlines.calls.joining import joined_packs
from dialogs.overview.gaps.stops import Stop, stop_of
from dialogs.overview.row import Row, row_of, wants_messages
from dialogs.pitch.eligible import pitching
from dialogs.pitch.run_sheet import Running
from dialogs.records.for_a_time.correction import Correction
from knowledge.municipality.pack import Pack
from storage.database import Database

T = TypeVar("T")
PORTION = 500
"""How many values are opened in one transaction: it takes about as long as the commit of a batch of answers."""


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of a municipality, and how many of its cases cannot be read.

    `corrections` and `stops` are there only where they were asked for, and so is a `pitch`.
    """

    rows: tuple[Row, ...]
    unreadable: int = 0
    corrections: tuple[Correction, ...] = ()
    stops: tuple[Stop, ...] = ()
    pitch: Running | None = None


async def rows_of(database: Database, thread: DatabaseThread, pack: Pack) -> Read:
    """Return a row for each case of a municipality. Raise `StorageError`."""
    portions = await _all(thread, lambda after: _cases(database, pack, after))
    return Read(tuple(row for rows, _ in portions for row in rows), sum(unreadable for _, unreadable in portions))


async def everything_of(database: Database, thread: DatabaseThread, pack: Pack, today: date) -> Read:
    """Return the rows with what people corrected, and where their drafts lie still. Raise `StorageError`."""
    read = await rows_of(database, thread, pack)
    drafts = await _all(thread, lambda after: _drafts(database, pack, today, after))
    corrections = await thread.run(_corrections, database, pack)
    return replace(read, corrections=corrections, stops=tuple(stop for stops in drafts for stop in stops))


async def pitch_of(database: Database, thread: DatabaseThread, pack: Pack, round_id: str) -> Read:
    """Return the published order of a round's pitch with what its desk was sent. Raise `StorageError`."""
    return Read((), pitch=await thread.run(_pitch, database, pack, round_id))


async def _all(thread: DatabaseThread, portion: Callable[[str], tuple[T, str]]) -> list[T]:
    """Take one portion after the other, each on the thread of the database, with others between them."""
    taken, after = [], ""
    while True:
        some, after = await thread.run(portion, after)
        taken.append(some)
        if not after:
            return taken


def _cases(database: Database, pack: Pack, after: str) -> tuple[tuple[tuple[Row, ...], int], str]:
    with database.transaction() as work:
        cases, go_on = work.cases.portion(pack.id, after, PORTION)
        said = work.cases.said_in([case.reference for case in cases if wants_messages(case)])
        whole = (case.but(messages=said.get(case.reference, ())) for case in cases)
        rows = tuple(row_of(case, pack.zone) for case in whole)
        return (rows, len(work.damage.cases_of(pack.id))), go_on


def _drafts(database: Database, pack: Pack, today: date, after: str) -> tuple[list[Stop], str]:
    with database.transaction() as work:
        drafts, go_on = work.proposals.portion(pack.id, after, PORTION)
        return [stop for draft in drafts if (stop := stop_of(draft, pack, today)) is not None], go_on


def _pitch(database: Database, pack: Pack, round_id: str) -> Running | None:
    with database.transaction() as work:
        calls = work.calls.all()
        proposals = work.proposals.named(work.proposals.owners_in(pack.id, round_id))
        cases = work.cases.by_reference(sorted({item.case for item in proposals.values() if item.case}))
    known = joined_packs({pack.id: pack}, calls)[pack.id]
    around = known.round(round_id)
    call = next((item for item in calls if (item.municipality, item.round) == (pack.id, round_id)), None)
    if around is None or call is None:
        return None
    found = (pitching(known, item, cases.get(item.case), reached=True) for item in proposals.values())
    return Running(around, call.running, tuple(filter(None, found)))


def _corrections(database: Database, pack: Pack) -> tuple[Correction, ...]:
    """What people corrected: a few hundred a year at most, for each was agreed to."""
    with database.transaction() as work:
        return tuple(item for item in work.corrections.listed() if item.municipality == pack.id)
