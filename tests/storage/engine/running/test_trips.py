"""How often an ordinary update goes to the database: each time is a wait where the database is down the hall."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from bot.clock import wall
from bot.sending.commit_ride import CommitRide
from bot.sending.verdict import Delivered
from storage.database import Database
from storage.errors import LostRace
from tests.benchmarks.processes.distance import Distance
from tests.conftest import SECRET
from tests.stages.alone import HandlerAlone, context, counting, received
from tests.storage.building import a_session

MOST = 12
"""Statements of an update of somebody who is known, which stores, claims, loads, writes and answers it, beside begin
and commit: each costs both sides some time."""
READS, WRITES = 1, 1
"""Trips to a server that is far: one for all that an update must know, and one for all that it leaves behind, with the
commit. Whoever adds one adds a millisecond to every answer where the server is a millisecond away."""


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(database._engine, "before_cursor_execute", note)
    yield sent
    event.remove(database._engine, "before_cursor_execute", note)


def test_an_update_of_somebody_who_is_known_goes_to_the_database_no_more_often_than_it_must(database: Database) -> None:
    handler = HandlerAlone(database, context(counting), free=50)
    handler.arrived([received(1, 1, "a")], 2)
    handler.arrived([received(2, 1, "b")], 3)

    with counted(database) as sent:
        played = handler.arrived([received(3, 1, "c")], 4)

    assert [line.result for line in played.lines] == ["said"]
    begun = [statement for statement in sent if statement.startswith("BEGIN")]
    assert len(sent) - len(begun) <= MOST, "\n".join(sent)


@pytest.fixture
def way(postgresql_url: str) -> Iterator[Distance]:
    """A way to PostgreSQL on which trips are counted."""
    walked = Distance(postgresql_url, 0.0)
    yield walked
    walked.close()


@pytest.fixture
def far(way: Distance) -> Iterator[Database]:
    """A database at the end of it."""
    opened = Database.open(way.address, SECRET)
    opened.upgrade()
    yield opened
    opened.close()


def test_an_update_is_two_trips_to_a_far_server_and_what_became_of_its_answer_one(far: Database, way: Distance) -> None:
    handler = HandlerAlone(far, context(counting), free=50)
    handler.arrived([received(1, 1, "a")], 2)
    _told(far, handler)
    before = way.trips

    assert [line.result for line in handler.arrived([received(2, 1, "b")], 3).lines] == ["said"]
    answered = way.trips
    _told(far, handler)

    assert (answered - before, way.trips - answered) == (READS + WRITES, WRITES)
    with far.transaction() as work:
        assert (set(work.outbox.counts().values()), work.inbox.counts()) == ({0}, {"waiting": 0, "failed": 0})


def _told(database: Database, handler: HandlerAlone) -> None:
    """Write down that everything that the last batch took along was delivered, in a commit for nothing else."""
    noting = CommitRide(database, wall())
    for taken in handler.ride.at_once:
        noting.results.note(taken.parcel, Delivered(7))
    noting.alone()


def test_what_another_has_changed_meanwhile_is_not_written_over_though_commit_goes_along(far: Database) -> None:
    with far.transaction() as work:
        work.sessions.save([a_session(form="a")])
    with pytest.raises(LostRace):
        _saved_behind(far)
    with far.transaction() as work:
        assert work.sessions.load([(1, 1)]) == {(1, 1): a_session(form="another")}
        assert work.inbox.counts() == {"waiting": 0, "failed": 0}


def _saved_behind(far: Database) -> None:
    with far.transaction() as work:
        work.sessions.load([(1, 1)])
        work.inbox.remember([received(1, 1, "a")])
        with far.transaction() as other:
            other.sessions.load([(1, 1)])
            other.sessions.save([a_session(form="another")])
        work.sessions.save([a_session(form="mine")])
