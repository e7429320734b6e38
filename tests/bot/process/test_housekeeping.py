"""What is no longer needed goes, however much there is of it, and nothing else does."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.database_thread import DatabaseThread
from bot.process.housekeeping import AT_ONCE, UPDATES_KEPT, Housekeeping
from dialogs.records.for_a_time import access
from dialogs.records.for_a_time.access import Access
from dialogs.records.for_a_time.correction import KEPT
from storage.database import Database
from tests.conftest import SECRET
from tests.storage.building import NOW, a_correction, received


def purged(database: Database) -> None:
    async def once() -> None:
        thread = DatabaseThread()
        await Housekeeping(database, thread, lambda: NOW).purge()
        thread.close()

    asyncio.run(once())


def test_what_people_corrected_goes_when_its_time_is_over(database: Database) -> None:
    last, first_to_go = (NOW - KEPT).date(), (NOW - KEPT - timedelta(days=1)).date()
    old = [a_correction(f"o{number}", day=first_to_go.isoformat()) for number in range(AT_ONCE + 1)]
    kept = a_correction("k", day=last.isoformat())
    with database.transaction() as work:
        work.corrections.save([*old, kept])
    purged(database)
    with database.transaction() as work:
        assert work.corrections.listed() == (kept,)


def test_who_saw_which_case_is_forgotten_when_its_time_is_over(database: Database) -> None:
    last = Access(NOW - access.KEPT, "K7WM4", 201, "show")
    with database.transaction() as work:
        work.accesses.add([last.but(at=last.at - timedelta(seconds=1))] * (AT_ONCE + 1))
        work.accesses.add([last])
    purged(database)
    with database.transaction() as work:
        assert work.accesses.of("K7WM4", 5) == (last,)


def test_an_update_that_was_handled_long_ago_goes_and_one_that_waits_stays(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path}/lots.db", SECRET)
    database.upgrade()
    long_ago = NOW - UPDATES_KEPT - timedelta(hours=1)
    with database.transaction() as work:
        work.inbox.remember([received(number, at=long_ago) for number in (1, 2)])
        work.inbox.finish([1])
    purged(database)
    with database.transaction() as work:
        assert work.inbox.remember([received(1, at=long_ago), received(2, at=long_ago)]) == 1
    database.close()
