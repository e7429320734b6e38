"""The health page tells what keeps people from being answered, and always all that is known."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Route

from bot.clock import monotonic
from bot.database_thread import DatabaseThread
from bot.log import Redactor
from bot.process.clock_watch import ClockWatch
from bot.process.health import MOST_SIGHTINGS, Health, Process, QueueAge
from bot.pulse import Pulse
from bot.receiving.poller import Poller
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway, Reach
from dialogs.conversation.session import Session
from storage.database import Database
from storage.errors import DatabaseAway, DatabaseFull
from tests.bot.running import PATIENCE, TOKEN
from tests.conftest import SECRET
from tests.storage.building import NOW, a_session, outgoing, received
from tests.storage.damaging import damage

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    with closing(Database.open(sqlite_url, SECRET)) as opened:
        opened.upgrade()
        yield opened


def asked(database: Database, times: int = 1, **more: Any) -> list[tuple[int, dict[str, Any]]]:
    """What the page says of a process that runs well but for what is named."""

    async def ask() -> list[tuple[int, dict[str, Any]]]:
        thread, pulse = DatabaseThread(), Pulse("worker", 10.0)
        pulse.beat()
        process = {
            "reach": Reach(last_answer=monotonic()),
            "pulses": [pulse],
            "receiving": Poller(Gateway(TOKEN, NOWHERE), *[None] * 4),  # type: ignore[arg-type] - it only stands by
            "clock_watch": ClockWatch(),
            "clock_set": False,
            "redactor": Redactor([SECRET]),
            **more,
        }
        health = Health(database, thread, lambda: NOW, Process(**process))
        site = ASGITransport(Starlette(routes=[Route("/health", health.answer)]))
        async with AsyncClient(transport=site, base_url=NOWHERE) as supervisor:
            answers = [await supervisor.get("/health") for _ in range(times)]
        thread.close()
        return [(answer.status_code, answer.json()) for answer in answers]

    return asyncio.run(ask())


def rounded(said: Any) -> Any:
    """What was said, with every age of less than some seconds as none."""
    if isinstance(said, dict):
        return {name: rounded(value) for name, value in said.items()}
    return 0.0 if isinstance(said, float) and said < PATIENCE else said


WELL = {
    "status": "ok",
    "next_reminder": None,
    "waiting": 0,
    "failed": 0,
    "outbox": {"pending": 0, "sending": 0, "ambiguous": 0, "refused": 0},
    "oldest_unanswered_seconds": None,
    "oldest_unsent_seconds": None,
    "last_hour": {"refused": 0, "ambiguous": 0},
    "shut_out": {},
    "token_refused_seconds": None,
    "last_answer_seconds": 0.0,
    "fetching": {"way": "polling", "last_seconds": None},
    "written_seconds": 0.0,
    "loops": {"worker": {"seconds": 0.0, "failures": 0, "trouble": ""}},
    "damaged": 0,
    "backup": None,
    "clock": "real",
}


def test_a_process_that_runs_well_is_ready(database: Database) -> None:
    [(code, said)] = asked(database)
    assert (code, rounded(said)) == (200, WELL)


def test_what_waits_is_told_with_its_age(sqlite: Database) -> None:
    with sqlite.transaction() as work:
        work.inbox.remember([received(1, at=NOW.replace(minute=0, hour=8)), received(2)])
        work.outbox.add([outgoing(1), outgoing(2, bulk=True)])
    [(code, said)] = asked(sqlite)
    assert (code, said["oldest_unanswered_seconds"], rounded(said["oldest_unsent_seconds"])) == (
        200,
        3600.0,
        0.0,
    )


def test_groups_that_shut_lots_out_are_named_with_since_when(sqlite: Database) -> None:
    kitchens = {"vasa": {"kultur": -7, "sport": 8}}
    with sqlite.transaction() as work:
        work.shut_out(-5, NOW)
        work.shut_out(8, NOW)
        work.sessions.save([Session(-7, -7, away=True), Session(-6, -6)])
    [(_, said)] = asked(sqlite, staff=StaffChats({"vasa": -5, "vaxjo": -6}, kitchens))
    assert said["shut_out"] == {"vasa": NOW.isoformat(), "vasa/kultur": None}


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"pulses": []}, "starting: Telegram has not answered yet"),
        ({"reach": Reach(refused_since=0.0)}, "Telegram refuses the token"),
    ],
)
def test_what_keeps_people_from_being_answered_is_named(sqlite: Database, more: dict[str, Any], status: str) -> None:
    [(code, said)] = asked(sqlite, **more)
    assert (code, said["status"], said["waiting"]) == (503, status, 0)


def test_a_loop_that_fails_for_long_is_named_without_secrets(sqlite: Database) -> None:
    pulse = Pulse("poller", patience=-1.0)
    pulse.beat()
    pulse.failed(DatabaseAway(f"{NOWHERE}/bot{TOKEN}/getUpdates and {SECRET}"))
    [(code, said)] = asked(sqlite, pulses=[pulse])
    assert (code, said["status"]) == (
        503,
        f"not fetching updates: {NOWHERE}/bot[struck out]/getUpdates and [struck out]",
    )


def test_a_database_that_can_be_read_and_not_written_is_told(sqlite: Database) -> None:
    with sqlite._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    [(code, said)] = asked(sqlite)
    assert (code, said["status"], sorted(said["loops"])) == (503, "database read-only", ["worker"])


def test_a_full_disk_is_told_with_what_can_still_be_read(sqlite: Database) -> None:
    with sqlite._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # as many as there are
    with suppress(DatabaseFull):
        for number in range(1000):
            with sqlite.transaction() as work:
                row = (f"x{number:06}", NOW.isoformat())
                work._connection.exec_driver_sql("INSERT INTO marks VALUES (?, ?)", row)
    [(code, said)] = asked(sqlite)
    assert (code, said["status"], said["waiting"]) == (503, "database full", 0)


def test_a_damaged_value_is_counted_once_and_everybody_else_is_answered(sqlite: Database) -> None:
    with sqlite.transaction() as work:
        work.sessions.save([a_session(1), a_session(2)])
    damage(sqlite, "sessions", chat=1)
    for _ in range(2):
        with sqlite.transaction() as work:
            work.sessions.load([(1, 1), (2, 2)])
    [(code, said)] = asked(sqlite)
    assert (code, said["damaged"]) == (200, 1)


def test_a_database_that_takes_the_small_proof_and_not_what_people_write_is_full(sqlite: Database) -> None:
    poller = Pulse("poller", 10.0)
    poller.beat()
    poller.failed(DatabaseFull("The disk is full."))
    [(code, said)] = asked(sqlite, pulses=[poller])
    assert (code, said["status"]) == (503, "database full")
    poller.beat()
    assert [code for code, _ in asked(sqlite, pulses=[poller])] == [200]


def test_a_clock_that_is_set_is_told(sqlite: Database) -> None:
    [(_, said)] = asked(sqlite, clock_set=True)
    assert said["clock"] == "moved"


def test_a_proof_is_written_now_and_then_and_not_at_each_look(sqlite: Database) -> None:
    written = []
    original: Callable[..., None] = Health._write
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Health, "_write", lambda health: (written.append(1), original(health))[1])
        asked(sqlite, times=3)
    assert written == [1]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=40))
def test_a_place_is_never_told_to_be_older_than_it_is(moves: list[tuple[int, int]]) -> None:
    ages, given_at, oldest = QueueAge(), {}, 1
    for now, (more, sent) in enumerate(moves):
        for _ in range(more):
            given_at[len(given_at) + 1] = now
        oldest = min(oldest + sent, len(given_at) + 1)
        first = oldest if oldest <= len(given_at) else None
        age = ages.age(first, len(given_at), float(now))
        assert age == (None if first is None else now - given_at[first])


def test_the_looks_that_are_remembered_are_few() -> None:
    ages = QueueAge()
    told = [ages.age(1, 1 + now, float(now)) for now in range(3 * MOST_SIGHTINGS)]
    assert told == [float(now) for now in range(3 * MOST_SIGHTINGS)]
