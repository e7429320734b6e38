"""The digest of a morning: planted by every process, told once, over restarts and by processes that run together."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from bot.staff_groups import StaffChats
from bot.turns.happening import StepContext
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.deadlines.desk.round_ladder import subject_of
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.step import step
from knowledge.calendar import is_working_day
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from storage.database import Database
from tests.conftest import SECRET
from tests.stages.alone import HandlerAlone

DESK = -100
EIGHT_THIRTY = datetime(2026, 11, 30, 6, 30, tzinfo=UTC)
"""Half past eight in Vasa on a Monday."""
WORLD = World(load_packs(["vasa"]), load_lexicon())
CASE = Case(
    "K7WM4", "vasa", 101, "sv", "Köket", Need(), (), opened_at=EIGHT_THIRTY - timedelta(days=1), answer_by="2026-12-04"
)


def a_process(database: Database, now: Callable[[], datetime]) -> HandlerAlone:
    """One process with a desk in Vasa."""
    staff = StaffChats({"vasa": DESK})
    return HandlerAlone(database, StepContext(step, WORLD, now, "lots_bot", "sorry {}".format, staff))


def with_a_case(database: Database) -> Database:
    """The database with one case that nobody has."""
    with database.transaction() as work:
        work.cases.save(CASE.but(version=1), 0)
    return database


def digests(database: Database) -> list[str]:
    """The keys of what lies in the outbox for the desk, but for cards."""
    with database.transaction() as work:
        found = []
        while parcels := work.outbox.claim(EIGHT_THIRTY + timedelta(days=9), 50):
            work.outbox.sent(dict.fromkeys((parcel.seq for parcel in parcels), 0))
            found += [parcel.key for parcel in parcels if parcel.key.startswith("digest")]
        return found


def planted(database: Database) -> list[str]:
    """What the reminders of the desk are about, also of those that fired, without its rounds: they know no hours."""
    rounds = subject_of(WORLD.packs["vasa"])
    with database.transaction() as work:
        return [item["subject"] for item in work.reminders.everything(DESK) if item["subject"] != rounds]


def test_it_is_told_once_a_day_however_often_a_process_starts(database: Database) -> None:
    with_a_case(database)
    for hours in (0, 1, 3, 26):
        process = a_process(database, lambda hours=hours: EIGHT_THIRTY + timedelta(hours=hours))
        process.mornings()
        process.mornings()
        process.reminders(25)
    assert digests(database) == ["digest-vasa:2026-11-30", "digest-vasa:2026-12-01"]
    assert planted(database) == ["digest-vasa"]


@pytest.mark.parametrize("moment", [EIGHT_THIRTY - timedelta(minutes=1), EIGHT_THIRTY + timedelta(hours=7)])
def test_outside_its_hours_nothing_of_the_morning_is_planted(database: Database, moment: datetime) -> None:
    with_a_case(database)
    a_process(database, lambda: moment).mornings()
    assert planted(database) == []


def test_a_group_that_is_known_to_have_shut_lots_out_gets_none(database: Database) -> None:
    with_a_case(database)
    with database.transaction() as work:
        work.sessions.save([Session(DESK, DESK, away=True)])
    a_process(database, lambda: EIGHT_THIRTY).mornings()
    with database.transaction() as work:
        assert work.reminders.next_due() is None


@pytest.mark.slow
def test_of_four_processes_at_once_one_tells_it(postgresql_url: str) -> None:
    databases = [Database.open(postgresql_url, SECRET) for _ in range(4)]
    databases[0].upgrade()
    with_a_case(databases[0])
    # The calendar fills in a year when first asked, on one thread in life.
    assert is_working_day(EIGHT_THIRTY.date(), "FI")
    begin = threading.Barrier(len(databases))

    def run(database: Database) -> None:
        process = a_process(database, lambda: EIGHT_THIRTY)
        begin.wait()
        for _ in range(5):
            process.mornings()
            process.reminders(25)

    with ThreadPoolExecutor(len(databases)) as pool:
        list(pool.map(run, databases))
    assert digests(databases[0]) == ["digest-vasa:2026-11-30"]
    for database in databases:
        database.close()
