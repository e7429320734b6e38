"""Fifty navigators claim one case in four processes at one PostgreSQL: one has it, and the others are told who.

Through the inbox the group's turn already belongs to one process at a time, so a second case is claimed round it:
there nothing but the transaction keeps two from having it.
"""

import json
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from bot.staff_groups import StaffChats
from bot.turns.batch import Batch
from bot.turns.happening import Happening, StepContext
from bot.turns.new_ids import NewIds
from dialogs.conversation.events import Said, Sender
from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.step import step
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from storage.database import Database
from storage.errors import TryAgain
from storage.queue_items import Received
from tests.conftest import SECRET
from tests.stages.alone import HandlerAlone

pytestmark = pytest.mark.slow

DESK, NOW = -1001000000001, datetime(2026, 11, 30, 7, tzinfo=UTC)
CASE = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), opened_at=NOW, answer_by="2026-12-07", version=1)
IN_THE_INBOX, ROUND_IT = "K7WM4", "C8RV2"
NAVIGATORS, PROCESSES = range(201, 251), 4


def test_of_fifty_who_claim_a_case_in_four_processes_one_has_it(postgresql_url: str) -> None:
    database = Database.open(postgresql_url, SECRET)
    database.upgrade()
    with database.transaction() as work:
        for reference in (IN_THE_INBOX, ROUND_IT):
            work.cases.save(CASE.but(reference=reference), 0)
        work.inbox.remember([typed(number, user) for number, user in enumerate(NAVIGATORS, 1)])
    in_four_processes(postgresql_url)
    said = texts(database)
    for reference in (IN_THE_INBOX, ROUND_IT):
        with database.transaction() as work:
            case = work.cases.by_reference([reference])[reference]
        assert (case.state, case.owner in NAVIGATORS, case.owner_name) == ("claimed", True, name(case.owner))
        assert said.count(f"{case.owner_name} har tagit ärende {reference}.") == 1
        assert sum(text.startswith(f"{case.owner_name} har redan tagit ärende {reference}.") for text in said) == 49
    database.close()


def typed(number: int, user: int) -> Received:
    """A navigator's claim as it comes from Telegram."""
    sender = {"id": user, "is_bot": False, "first_name": name(user), "language_code": "sv"}
    message = {"message_id": number, "date": 1, "chat": {"id": DESK, "type": "supergroup"}, "from": sender}
    return Received(
        number, DESK, json.dumps({"update_id": number, "message": {**message, "text": claim(IN_THE_INBOX)}}), NOW
    )


def name(user: int) -> str:
    return f"Nora{user}"


def claim(reference: str) -> str:
    return f"Ta ärendet {reference}"


def in_four_processes(url: str) -> None:
    """Claim both cases in four processes of the machine, which begin together."""
    spawn = multiprocessing.get_context("spawn")
    begin = spawn.Barrier(PROCESSES)
    with ProcessPoolExecutor(PROCESSES, spawn, initializer=_meet, initargs=(begin,)) as pool:
        for done in [pool.submit(_run, url, number) for number in range(PROCESSES)]:
            done.result()


_begin: list[Any] = []


def _meet(begin: Any) -> None:
    _begin.append(begin)


def _run(url: str, number: int) -> None:
    database = Database.open(url, SECRET)
    context()
    _begin[0].wait(120)
    claim_at_once(database, number)
    handle_what_waits(database)
    database.close()


@cache
def context() -> StepContext:
    return StepContext(
        step,
        World(load_packs(["vasa"]), load_lexicon()),
        lambda: NOW,
        "lots_bot",
        "sorry {}".format,
        StaffChats({"vasa": DESK}),
    )


def handle_what_waits(database: Database) -> None:
    handler = HandlerAlone(database, context())
    while _waits(database):
        handler.updates(1)


def _waits(database: Database) -> bool:
    with database.transaction() as work:
        return work.inbox.counts()["waiting"] > 0


def claim_at_once(database: Database, number: int) -> None:
    """A quarter of the claims, each in a transaction of its own, tried again after a lost race as in life."""
    for user in NAVIGATORS[number::PROCESSES]:
        sender = Sender(DESK, user, name(user), "sv", staff="vasa", private=False)
        happening = Happening(user, Said(sender, claim(ROUND_IT), user))
        while not _claimed(database, happening):
            time.sleep(0)


def _claimed(database: Database, happening: Happening) -> bool:
    try:
        with database.transaction() as work:
            _, messages = Batch(context(), NewIds(), work, NOW).play([happening])
            work.outbox.add(messages)
    except TryAgain:
        return False
    return True


def texts(database: Database) -> list[str]:
    """Everything but cards that lies in the outbox for the desk."""
    found: list[str] = []
    with database.transaction() as work:
        while parcels := work.outbox.claim(NOW, 50):
            work.outbox.sent(dict.fromkeys((parcel.seq for parcel in parcels), 0))
            found += [parcel.payload["text"] for parcel in parcels]
    return [text for text in found if not text.startswith("<b>")]
