"""All cases of a municipality come as rows, in portions between which others have their turn."""

import asyncio
import time
from datetime import timedelta

import pytest

from bot.database_thread import DatabaseThread
from bot.overview import reading
from bot.overview.reading import Read, everything_of, rows_of
from dialogs.overview.gaps.stops import Stop
from dialogs.overview.row import row_of
from storage.database import Database
from tests.stages.standing import world
from tests.storage.building import NOW, a_case, a_correction, a_proposal, said
from tests.storage.damaging import damage

VASA = world().packs["vasa"]


def test_every_case_is_read_and_one_of_an_older_program_with_its_first_answer(database: Database) -> None:
    cases = [a_case(f"A{number}", opened_at=NOW - timedelta(days=number)) for number in range(5)]
    cases[2] = cases[2].but(answered_at=NOW)
    answer = said("svar", "navigator").but(at=NOW - timedelta(days=1))
    with database.transaction() as work:
        for case in (*cases, a_case("B", municipality="vaxjo")):
            work.cases.save(case, 0)
        work.cases.add_messages([("A2", answer), ("A3", answer)])
    cases[2] = cases[2].but(messages=(answer,))
    read = asyncio.run(rows_of(database, DatabaseThread(), VASA))
    assert read == Read(tuple(row_of(case, VASA.zone) for case in cases))
    assert [row.answered for row in read.rows] == [None, None, (NOW - timedelta(days=1)).date(), None, None]


def test_what_cannot_be_read_is_counted_and_the_rest_is_there(database: Database) -> None:
    with database.transaction() as work:
        for name in ("A", "B", "C"):
            work.cases.save(a_case(name), 0)
    damage(database, "cases", reference="B")
    read = asyncio.run(rows_of(database, DatabaseThread(), VASA))
    assert ([row.reference for row in read.rows], read.unreadable) == (["A", "C"], 1)


def test_drafts_and_corrections_of_the_municipality_come_along_where_they_are_asked_for(database: Database) -> None:
    with database.transaction() as work:
        work.cases.save(a_case("A"), 0)
        work.proposals.save([a_proposal("a"), a_proposal("b", municipality="vaxjo"), a_proposal("c", sent_at=NOW)])
        work.corrections.save([a_correction("c1"), a_correction("c2", municipality="vaxjo")])
    today = NOW.date() + timedelta(days=14)
    read = asyncio.run(everything_of(database, DatabaseThread(), VASA, today))
    assert (len(read.rows), read.stops, read.corrections) == (1, (Stop("FP07", NOW.date()),), (a_correction("c1"),))


@pytest.mark.slow
def test_nobody_waits_long_while_ten_thousand_cases_are_opened(sqlite_url: str) -> None:
    database = Database.open(sqlite_url, "a key for tests, long enough")
    database.upgrade()
    with database.transaction() as work:
        for number in range(10_000):
            work.cases.save(a_case(f"R{number:05d}"), 0)

    async def waits() -> tuple[int, list[float]]:
        thread, waited = DatabaseThread(), []
        counting = asyncio.create_task(rows_of(database, thread, VASA))
        while not counting.done():
            began = time.perf_counter()
            await thread.run(int)
            waited.append(time.perf_counter() - began)
        return len(counting.result().rows), waited

    count, waited = asyncio.run(waits())
    database.close()
    assert (count, len(waited) >= 10_000 / reading.PORTION) == (10_000, True)
    # A machine with other work on it may be slow once; half of all turns come within a portion.
    assert sorted(waited)[len(waited) // 2] < 0.1
