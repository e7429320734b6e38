"""Every query that the benchmark times goes by an index, on a database that the benchmark's own filling made."""

from collections.abc import Mapping

import pytest

from storage.database import Database
from tests.benchmarks.databases.filling import KEY, Size, fill
from tests.benchmarks.databases.queries import BESIDE, UPDATE, Query, Visit
from tests.benchmarks.measures.large import COMMIT, UPDATES, asked
from tests.storage.engine.test_query_plans import plan, reads_everything, recorded

SIZE = Size(600, 400, 4_000)
GROUPS = (*UPDATE, *BESIDE)


@pytest.fixture
def filled(database_url: str) -> str:
    fill(database_url, SIZE)
    return database_url


def test_no_query_reads_a_whole_table(filled: str) -> None:
    database = Database.open(filled, KEY)
    visit = Visit(0, who=50, other=60, leaving=70)
    slow = {name: lines for group in GROUPS for name, lines in _slow(database, visit, group).items() if lines}
    database.close()
    assert slow == {}


def test_every_query_is_timed_for_every_visit(filled: str) -> None:
    waits = asked(filled, SIZE, range(5))
    queries = {name: 5 for group in GROUPS for name in group}
    expected = {**queries, UPDATES: 5, COMMIT: 5 * len(GROUPS)}
    assert {name: len(one) for name, one in waits.items()} == expected


def test_what_was_filled_in_is_what_the_program_reads(filled: str) -> None:
    database = Database.open(filled, KEY)
    visit = Visit(0, who=60, other=60, leaving=80)
    with database.transaction() as work:
        everything = work.everything(visit.chat)
        gone = work.everything(visit.leaving)
        work.erase(visit.leaving)
        left = work.everything(visit.leaving)
    database.close()
    counted = {name: len(listed) for name, listed in everything.items()}
    expected = {"sessions": 1, "proposals": 1, "cases": 1, "reminders": 10, "received": 0, "unsent": 0, "messages": 0}
    expected |= {"mails": 0, "corrections": 0, "accesses": 0, "shared": 0, "earlier_answers": 0}
    assert counted == expected
    assert {name for name, listed in gone.items() if listed} == {"sessions", "proposals", "cases", "reminders"}
    assert {name for name, listed in left.items() if listed} == set()


def _slow(database: Database, visit: Visit, group: Mapping[str, Query]) -> dict[str, list[str]]:
    """The steps of the plans that go through a whole table, for each query of one transaction."""
    slow = {}
    with database.transaction() as work:
        for name, query in group.items():
            with recorded(work) as statements:
                query(visit, work)
            plans = [line for statement, values in statements for line in plan(work._connection, statement, values)]
            slow[name] = [line for line in plans if reads_everything(line)]
    return slow
