"""A damaged value is left out and noted with its place; nothing else of the transaction suffers."""

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.errors import DamagedValue
from storage.repositories.damage import Damage
from storage.unit_of_work import UnitOfWork
from tests.storage.building import NOW, a_reminder, outgoing
from tests.storage.damaging import WAYS, Way, damage, swap
from tests.storage.town import REFERENCES, town


@pytest.fixture(name="three")
def three_chats(database: Database) -> Database:
    """Three chats with a value of each kind."""
    return town(database)


def seen(work: UnitOfWork) -> tuple[list[object], ...]:
    """Whose sessions, proposals, cases with talk, posts, updates and messages can be read."""
    return (
        [chat for chat, _ in work.sessions.load([(1, 1), (2, 2), (3, 3)])],
        [chat for chat, listed in work.proposals.of([1, 2, 3]).items() if listed],
        [case.chat for case in work.cases.by_reference(REFERENCES).values()],
        [chat for chat, _ in work.posts.of([(1, 5), (2, 5), (3, 5)])],
        [waiting.chat for waiting in work.inbox.claim(9) if not waiting.damaged],
        [parcel.chat for parcel in work.outbox.claim(NOW, 9)],
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_value_is_missing_and_the_others_are_there(three: Database, way: Way) -> None:
    damage(three, "sessions", way, chat=1)
    damage(three, "proposals", way, id="p2")
    damage(three, "cases", way, reference="C8RV2")
    damage(three, "messages", way, reference="K7WM4")
    damage(three, "posts", way, chat=2)
    damage(three, "inbox", way, update_id=3)
    damage(three, "outbox", way, chat=1)

    with three.transaction() as work:
        assert [sorted(map(str, chats)) for chats in seen(work)] == [
            ["2", "3"], ["1", "3"], ["2"], ["1", "3"], ["1", "2"], ["2", "3"],
        ]  # fmt: skip
        assert {(error.table, error.key) for error in work.damage.listed()} == {
            ("sessions", (1, 1)), ("proposals", "p2"), ("cases", "C8RV2"), ("messages", 1), ("posts", (2, 5)),
            ("outbox", 1),
        }  # fmt: skip
        assert work.damage.cases_of("vasa") == ("C8RV2", "K7WM4")
        assert work.damage.cases_of(3) == ("C8RV2",)
        assert (work.damage.of(2), work.damage.of(4)) == (work.damage.at("proposals", "p2"), None)


def test_another_row_s_value_is_no_value_of_this_one(three: Database) -> None:
    swap(three, "sessions", {"chat": 1}, {"chat": 2})
    swap(three, "proposals", {"id": "p1"}, {"id": "p2"})
    swap(three, "cases", {"reference": "K7WM4"}, {"reference": "P3QX9"})
    swap(three, "outbox", {"chat": 1}, {"chat": 2})
    with three.transaction() as work:
        sessions, proposals, cases, _, _, parcels = seen(work)
    assert (sessions, proposals, cases, parcels) == ([3], [3], [3], [3])


def test_a_damaged_message_is_refused_and_the_next_of_its_chat_goes_out(three: Database) -> None:
    with three.transaction() as work:
        work.outbox.add([outgoing(1, "två")])
    damage(three, "outbox", seq=1)
    with three.transaction() as work:
        assert [parcel.chat for parcel in work.outbox.claim(NOW, 9)] == [2, 3]
    with three.transaction() as work:
        assert [parcel.payload["text"] for parcel in work.outbox.claim(NOW, 9)] == ["två"]
        assert work.outbox.counts()["refused"] == 1


def test_a_person_is_erased_and_exported_though_something_is_damaged(three: Database) -> None:
    damage(three, "proposals", id="p1")
    damage(three, "cases", reference="K7WM4")
    with three.transaction() as work:
        everything = work.everything(1)
        work.erase(1)
    assert [len(everything[part]) for part in ("sessions", "proposals", "cases", "messages")] == [1, 0, 0, 1]
    assert [" ".join(line.split()[3:5]) for line in everything["unreadable"]] == ["proposals p1,", "cases K7WM4,"]
    with three.transaction() as work:
        assert work._connection.execute(text("SELECT chat FROM cases WHERE reference = 'K7WM4'")).scalar_one() == 0
        assert work.proposals.of([1]) == {1: ()}
        assert not work.damage


def test_nonsense_in_plain_columns_is_read_as_nothing(three: Database) -> None:
    with three.transaction() as work:
        work.inbox.set_offset(7)
        work.reminders.plan("p1", [a_reminder()])
        work._connection.execute(text("UPDATE marks SET value = 'x' WHERE name = 'offset'"))
        if three.kind == "sqlite":  # PostgreSQL takes no such instant
            work._connection.execute(text("UPDATE reminders SET due_at = '0000 no time'"))
            work._connection.execute(text("UPDATE inbox SET at = 'no time'"))
    with three.transaction() as work:
        assert (work.inbox.offset(), len(work.inbox.claim(9)), len(work.reminders.due(NOW, 9))) == (None, 3, 1)


def test_damage_is_asked_by_place_and_by_owner() -> None:
    found = Damage()
    error = DamagedValue("posts", (1, 5), "why")
    assert not found
    found.note(error, 1)
    found.note_case("K7WM4", error, 1, "vasa")
    assert (found.at("posts", (1, 5)), found.at("posts", (1, 6)), found.of(1)) == (error, None, error)
    assert (found.cases_of(1), found.cases_of("vasa"), found.cases_of(2)) == (("K7WM4",), ("K7WM4",), ())
    assert str(error) == "a damaged value: posts 1/5, why"
