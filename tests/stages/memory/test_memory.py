"""The database in dictionaries is held to the real one: what is played over both is said and kept alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.conversation.session import Post, Session
from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.need import Need
from dialogs.records.reminder import Reminder
from dialogs.records.thread import Thread, Topics
from storage.database import Database
from storage.engine.tables import metadata
from storage.errors import LostRace
from storage.unit_of_work import UnitOfWork
from tests.stages.in_memory import ALL, REFERENCES, STAFF, Stage, at
from tests.stages.memory.memory import Memory
from tests.stages.standing import world

ANNA, BO, NORA = 101, 102, 201
START = at("2023-09-01T06:00")
ONLY_VASA = World({"vasa": world().packs["vasa"]}, world().lexicon)
NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
WORDS = ("hej", NEED, "1", "ja", "/start", "/proposals", "/delete", "/mydata", "svara K7WM4", "Vi ses på torsdag.")
Act = tuple[str, int, Any]


@dataclass
class OnSqlite(Stage):
    """The same stage over a real database."""

    database: Database | None = None

    def transaction(self) -> Any:
        assert self.database is not None
        return self.database.transaction()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database.open(f"sqlite:///{tmp_path_factory.mktemp('stage')}/lots.db", "a key for tests, long enough")
    opened.upgrade()
    yield opened
    opened.close()


def one_paper(*_wanted: Any) -> list[tuple[str, bytes]]:
    return [("a.pdf", b"%PDF")]


def emptied(database: Database) -> Database:
    """The database without anything in it: to make a new one for each example would take longer than the rest."""
    with database._engine.begin() as connection:
        for table in metadata.sorted_tables:
            connection.execute(table.delete())
    return database


def act(stage: Stage, kind: str, chat: int, what: Any) -> None:
    """Write, press one of the newest buttons there are, or let hours pass."""
    user = NORA if chat == STAFF else chat
    match kind:
        case "say":
            stage.say(chat, user, what, name="Nora")
        case "press":
            shown = [one for one in stage.chats.get(chat, []) if one.offers][-1 - what % 2 :][:1]
            for one in shown:
                stage.press_at(chat, user, one, what % len(one.offers), name="Nora")
        case "edit":
            stage.edit(chat, user, what)
        case "wait":
            stage.move_clock(stage.now + timedelta(hours=what))


def kept(stage: Stage) -> dict[str, Any]:
    """Everything that a batch can ask for."""
    places = [(chat, shown.number) for chat, messages in stage.chats.items() for shown in messages]
    with stage.transaction() as work:
        return {
            "sessions": work.sessions.load([(ANNA, ANNA), (BO, BO), (STAFF, NORA), (STAFF, 0)]),
            "proposals": work.proposals.of([ANNA, BO, STAFF]),
            "own cases": work.cases.of([ANNA, BO, STAFF]),
            "open cases": work.cases.open_in("vasa", 2),
            "cases": work.cases.by_reference(REFERENCES),
            "unused": work.cases.unused(REFERENCES),
            "reminders": work.reminders.due(stage.now + timedelta(days=999), ALL),
            "next": work.reminders.next_due(),
            "posts": work.posts.of(places),
            "cards": work.posts.cards(REFERENCES),
            "unsent": work.outbox.claim(stage.now, ALL),
            "corrections": work.corrections.listed(),
            "topics": work.threads.topics([STAFF, ANNA]),
            "threads": work.threads.of([(STAFF, name) for name in REFERENCES]),
            "places": work.threads.at([(STAFF, number) for number in range(9)]),
            "homeless": work.threads.homeless("vasa", STAFF, 2),
        }


SENT = (NEED, "1", "skicka idén till kontaktpersonen", "hoppa över", "skicka till kommunen")
DRAFT = (NEED, "1", "skriva ett förslag", "Onsdagsköket")
BEGIN: list[Act] = [*(("say", ANNA, words) for words in SENT), *(("say", BO, words) for words in DRAFT)]
"""Anna has a case and Bo a draft: from there conversations are made up."""
chats = st.sampled_from([ANNA, ANNA, BO, STAFF])
acts: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("press"), chats, st.integers(0, 9)),
    st.tuples(st.just("say"), chats, st.sampled_from(WORDS)),
    st.tuples(st.just("edit"), chats, st.sampled_from(WORDS)),
    st.tuples(st.just("wait"), chats, st.sampled_from([1, 30, 200])),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=14))
def test_what_is_played_in_memory_is_said_and_kept_as_on_a_database(database: Database, made_up: list[Act]) -> None:
    memory = Stage(ONLY_VASA, START, render=one_paper)
    real = OnSqlite(ONLY_VASA, START, render=one_paper, database=emptied(database))
    for one in [*BEGIN, *made_up]:
        act(memory, *one)
        act(real, *one)
        assert memory.chats == real.chats, one
    assert kept(memory) == kept(real)


def a_case(reference: str, chat: int, version: int = 1) -> Case:
    return Case(reference, "vasa", chat, "sv", "Köket", Need(), (), version=version, opened_at=START)


def filled(work: UnitOfWork) -> None:
    """A chat with something of everything, and another beside it."""
    for chat, name in ((ANNA, "K7WM4"), (BO, "P3QX9")):
        work.sessions.save([Session(chat, chat, "sv")])
        work.cases.save(a_case(name, chat), 0)
        work.posts.keep([((STAFF, chat), Post(name, ()), True)])
        work.corrections.save([Correction(name, chat, "vasa", "sv", "2023-09-01", NEED, (), ("a/b",), ())])
        work.reminders.plan_all(
            {name: [Reminder(f"{name}:{day}", chat, "x", name, START + timedelta(days=day)) for day in (1, 2)]}
        )
    work.reminders.fired(["K7WM4:1"], START)
    work.threads.learn(STAFF, Topics.ON)
    work.threads.keep(Thread(STAFF, "K7WM4", 5, "K7WM4 · ny", failed=2), 0)


@pytest.mark.parametrize(
    "change",
    [
        lambda work: work.erase(ANNA),
        lambda work: work.move_chat(ANNA, 999),
        lambda work: work.shut_out(ANNA, START),
        lambda work: work.corrections.erase(ANNA, "P3QX9"),
        lambda work: work.corrections.erase(ANNA, "K7WM4"),
        lambda work: work.reminders.plan_all({"K7WM4": [Reminder("K7WM4:1", ANNA, "x", "K7WM4", START)]}),
        lambda work: work.reminders.postpone([Reminder("K7WM4:2", ANNA, "x", "K7WM4", START + timedelta(days=9))]),
        lambda work: work.reminders.add([Reminder("K7WM4:3", STAFF, "x", "K7WM4", START)]),
        lambda work: work.threads.keep(Thread(STAFF, "K7WM4", 6, "K7WM4 · ny"), 5),
        lambda work: work.threads.keep(Thread(STAFF, "K7WM4", 6, "K7WM4 · ny"), 0),
        lambda work: (work.threads.shut(STAFF, 5, closed=True), work.threads.shut(STAFF, 6, closed=True)),
        lambda work: work.threads.learn(STAFF, Topics.FORBIDDEN),
    ],
    ids=[
        "erased",
        "moved",
        "shut out",
        "not theirs",
        "one correction",
        "planned again",
        "put off",
        "one more",
        "a topic",
        "another topic",
        "closed",
        "learned",
    ],
)
def test_a_chat_is_changed_as_a_whole_as_on_a_database(database: Database, change: Any) -> None:
    memory, real = Stage(ONLY_VASA, START), OnSqlite(ONLY_VASA, START, database=emptied(database))
    for stage in (memory, real):
        with stage.transaction() as work:
            filled(work)
        with stage.transaction() as work:
            work.sessions.load([(ANNA, ANNA)])
            change(work)
    assert kept(memory) == kept(real)


@pytest.mark.parametrize("case", [a_case("K7WM4", ANNA, version=2), a_case("K7WM4", BO, version=3)])
def test_a_case_that_changed_since_is_not_overwritten_and_nothing_else_is_kept(case: Case) -> None:
    memory = Memory()

    def spoilt() -> None:
        with memory.transaction() as work:
            work.sessions.save([Session(ANNA, ANNA)])
            work.cases.save(case, case.version - 1)

    held = a_case("K7WM4", ANNA, version=2)
    with memory.transaction() as work:
        work.cases.save(held, 0)
    with pytest.raises(LostRace):
        spoilt()
    assert (memory.cases, memory.sessions) == ({"K7WM4": held}, {})
