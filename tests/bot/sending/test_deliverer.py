"""What a process had in hand that died a moment ago is sent as soon as it may be, however far off the next look is."""

import asyncio
from datetime import timedelta

import pytest

from bot.clock import wall
from bot.database_thread import DatabaseThread
from bot.sending import schedule
from bot.sending.calling.made_files import Files
from bot.sending.deliverer import Deliverer
from bot.sending.limiter import UNLIMITED, Limiter
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from storage.database import Database
from storage.repositories.outgoing import outbox
from tests.bot.running import TOKEN, LocalBotApi
from tests.conftest import SECRET
from tests.storage.building import outgoing
from tests.storage.engine.deaths import end

HOURS = 9 * 3600.0


async def delivered(telegram: LocalBotApi, database_url: str, person: int) -> list[tuple[str, int, int]]:
    """Deliver until something came; return the states of messages, with their attempts and doubts."""
    thread, gateway = DatabaseThread(), Gateway(TOKEN, telegram.url)
    database = Database.open(database_url, SECRET)
    await gateway.open()
    files = Files({}, lambda *_: [], database, thread, wall)
    deliverer = Deliverer(gateway, database, thread, Limiter(UNLIMITED), files, StaffChats({}))
    delivering = asyncio.create_task(deliverer.run())
    await asyncio.to_thread(telegram.wait, lambda: telegram.said(person))
    deliverer.stop()
    await delivering
    with database.transaction() as work:
        rows = work._connection.exec_driver_sql("SELECT state, attempts, doubts FROM outbox").all()
    await gateway.close()
    thread.close()
    database.close()
    return [tuple(row) for row in rows]


def test_what_was_claimed_a_moment_before_a_process_died_waits_for_that_moment_and_not_for_the_next_look(
    telegram: LocalBotApi, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "GRACE", timedelta(seconds=0.5))
    monkeypatch.setattr(schedule, "LOOK_FOR_DEAD_SECONDS", HOURS)
    person = telegram.person("Anna")
    telegram.write(person, "hej")
    dead, witness = Database.open(postgresql_url, SECRET), Database.open(postgresql_url, SECRET)
    dead.upgrade()
    with dead.transaction() as work:
        work.outbox.add([outgoing(person)])
        work.outbox.claim(wall(), 1)
    end(dead, witness)
    witness.close()

    assert asyncio.run(delivered(telegram, postgresql_url, person)) == [("sent", 2, 1)]
