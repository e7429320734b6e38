"""Two navigators change one call at once, each in a process of its own: one wins, the other is shown what it is now."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.staff_groups import StaffChats
from bot.turns.happening import StepContext
from bot.turns.plans.calls import follow
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.records.proposal import Proposal
from dialogs.records.staff.call import Call
from dialogs.step import step
from storage.database import Database
from storage.errors import TryAgain
from storage.queue_items import Received
from tests.conftest import SECRET
from tests.stages.alone import HandlerAlone, outgoing
from tests.stages.called import ANNA, BEGUN, NIKO, NORA, VASA
from tests.stages.in_memory import STAFF
from tests.stages.outage import here
from tests.stages.standing import world

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

NOW = here(VASA, "2026-10-28T15:30")
TO = {NORA: "2026-10-30T15:45", NIKO: "2026-11-02T12:00"}


@pytest.fixture
def two(postgresql_url: str) -> Iterator[list[Database]]:
    """The databases of two processes, with an association that has a draft for the round."""
    databases = [Database.open(postgresql_url, SECRET) for _ in range(2)]
    databases[0].upgrade()
    with databases[0].transaction() as work:
        work.proposals.save([Proposal("p1", ANNA, "vasa", "spring", "sv", created_at=BEGUN)])
        work.sessions.save([Session(ANNA, ANNA, "sv", "vasa")])
    yield databases
    for database in databases:
        database.close()


def written(number: int, user: int, text: str) -> Received:
    person = {"id": user, "first_name": {NORA: "Nora", NIKO: "Niko"}[user], "language_code": "sv"}
    message = {"message_id": number, "chat": {"id": STAFF, "type": "supergroup"}, "from": person, "text": text}
    return Received(number, STAFF, json.dumps({"update_id": number, "message": message}), NOW)


def a_process(database: Database) -> HandlerAlone:
    known, staff = World({"vasa": VASA}, world().lexicon), StaffChats({"vasa": STAFF})
    return HandlerAlone(database, StepContext(step, known, lambda: NOW, "lots_bot", "sorry {}".format, staff))


def news_of(database: Database) -> list[str]:
    with database.transaction() as work:
        return [item["about"] for item in work.reminders.everything(ANNA) if item["kind"] == "call-news"]


def test_one_changes_it_and_the_other_is_shown_what_it_is_now(two: list[Database]) -> None:
    with two[0].transaction() as work:
        work.inbox.remember([written(1, NORA, "/calls 30.10.2026 15.45"), written(2, NIKO, "/calls 2.11.2026 12.00")])
    processes = [a_process(database) for database in two]
    processes[0].all_updates()
    seen = outgoing(two[0])
    assert len(seen) == 2
    with two[0].transaction() as work:
        work.inbox.remember([written(3, NORA, "gör så"), written(4, NIKO, "gör så")])
    begin = Barrier(2)

    def live(process: HandlerAlone) -> None:
        begin.wait()
        for _ in range(5):
            process.updates(1)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(live, processes))
    with two[0].transaction() as work:
        [call] = work.calls.all()
    assert (call.version, call.deadline) == (1, TO[call.changed_by])
    said = [text for chat, text in outgoing(two[0]) if chat == STAFF]
    assert len([text for text in said if "har ändrat Hösten 2026." in text]) == 1
    [shown] = [text for text in said if "Inget har ändrats än." in text]
    assert {NORA: "fredag 30 oktober", NIKO: "måndag 2 november"}[call.changed_by] in shown
    assert news_of(two[0]) == ["deadline=2026-10-28T15:45"]


def test_a_change_that_came_second_leaves_nothing_behind(two: list[Database]) -> None:
    begin = Barrier(2)

    def change(database: Database, user: int) -> bool:
        call = Call("vasa", "spring", deadline=TO[user], version=1, changed_by=user)
        try:
            with database.transaction() as work:
                before = work.calls.all()
                begin.wait()
                work.calls.save(call, 0)
                follow(work, {"vasa": VASA}, before, [call], NOW, {"vasa": STAFF})
        except TryAgain:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        won = list(pool.map(change, two, TO))
    assert sorted(won) == [False, True]
    with two[0].transaction() as work:
        [call] = work.calls.all()
    assert call.changed_by == list(TO)[won.index(True)]
    assert news_of(two[0]) == ["deadline=2026-10-28T15:45"]
