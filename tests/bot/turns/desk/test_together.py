"""Several processes at one desk: what comes up by itself comes up once, whoever sees to it, whatever happens then."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest

from bot.staff_groups import StaffChats
from bot.turns.happening import StepContext
from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.deadlines.case_ladder import plan
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from dialogs.step import step
from knowledge.calendar import is_working_day
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from storage.database import Database
from storage.errors import TryAgain
from tests.conftest import SECRET
from tests.stages.alone import HandlerAlone
from tests.stages.standing import standing

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

DESK = -1001000000001
TAKEN, GONE = datetime(2026, 11, 23, 7, tzinfo=UTC), datetime(2026, 11, 30, 7, 0, 1, tzinfo=UTC)
"""When Nora took the case, a Monday at nine, and when it goes back to the desk, a week later."""
WORLD = World(load_packs(["vasa"]), load_lexicon())
SENT = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), opened_at=TAKEN, answer_by="2026-12-04", version=1)
CASE = SENT.but(state="claimed", owner=201, owner_name="Nora", acted_at=TAKEN)


def a_turn() -> Turn:
    """A turn at the desk, of which only the world and the desk's chat are asked."""
    return standing(Session(DESK, 201, "sv", "vasa"), staff="vasa")


def with_a_quiet_owner(database: Database) -> None:
    """A case that Nora took and did nothing in; she was told on Friday."""
    lapse = [item for item in plan(a_turn(), CASE) if item.kind == "desk-lapse"]
    with database.transaction() as work:
        work.cases.save(CASE, 0)
        work.reminders.plan_all({CASE.reference: lapse})


def all_at_once(url: str, *jobs: Callable[[Database], None]) -> Database:
    """Let jobs begin at the same moment, each in a process of its own as far as the server can tell."""
    databases = [Database.open(url, SECRET) for _ in jobs]
    databases[0].upgrade()
    with_a_quiet_owner(databases[0])
    # The calendar fills in a year when first asked, on one thread in life.
    assert is_working_day(GONE.date(), "FI")
    begin = Barrier(len(jobs))

    def run(job: Callable[[Database], None], database: Database) -> None:
        begin.wait()
        job(database)

    with ThreadPoolExecutor(len(jobs)) as pool:
        list(pool.map(run, jobs, databases))
    for database in databases[1:]:
        database.close()
    return databases[0]


def look(database: Database) -> None:
    """Look for what is due, as each process does."""
    context = StepContext(step, WORLD, lambda: GONE, "lots_bot", "sorry {}".format, StaffChats({"vasa": DESK}))
    process = HandlerAlone(database, context)
    for _ in range(3):
        process.reminders(25)


def act(database: Database) -> None:
    """Let Nora answer meanwhile, as often as another process is in the way."""
    for _ in range(50):
        try:
            with database.transaction() as work:
                case = work.cases.by_reference(["K7WM4"])["K7WM4"]
                answered = case.but(state="answered", owner=201, owner_name="Nora", version=case.version + 1)
                work.cases.save(answered, case.version)
                work.cases.add_messages([("K7WM4", CaseMessage("navigator", "Hej", GONE))])
                work.reminders.plan_all({"K7WM4": ()})
        except TryAgain:
            continue
        return
    raise AssertionError("somebody was always in the way")


def test_of_four_processes_one_gives_a_case_back(postgresql_url: str) -> None:
    database = all_at_once(postgresql_url, look, look, look, look)
    with database.transaction() as work:
        case = work.cases.by_reference(["K7WM4"])["K7WM4"]
    assert (case.state, case.owner, case.version) == ("new", 0, 2)
    assert [item.text for item in case.messages] == [
        "Nora har inte gjort något i ärende K7WM4 på 5 arbetsdagar. Ärendet är ledigt igen."
    ]
    database.close()


def test_who_answers_at_that_very_moment_has_answered_and_nothing_is_lost(postgresql_url: str) -> None:
    database = all_at_once(postgresql_url, look, act, look, look)
    with database.transaction() as work:
        case = work.cases.by_reference(["K7WM4"])["K7WM4"]
    assert (case.state, case.owner) == ("answered", 201)
    assert [item.author for item in case.messages] in (["navigator"], ["lots", "navigator"])
    database.close()
