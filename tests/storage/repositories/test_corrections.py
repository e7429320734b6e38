"""Corrections are kept whole, one for each id, found and erased by chat, and gone after their time."""

from datetime import date

from sqlalchemy import select

from storage.database import Database
from storage.engine.tables import corrections
from tests.storage.building import a_correction
from tests.storage.damaging import damage, swap


def test_corrections_are_listed_the_oldest_first(database: Database) -> None:
    new, old, strange = a_correction("a"), a_correction("b", day="2026-11-21"), a_correction("c", chat=2)
    with database.transaction() as work:
        work.corrections.save([])
        work.corrections.save([new, strange, old])
    with database.transaction() as work:
        assert work.corrections.listed() == (old, new, strange)
        assert [item["id"] for item in work.corrections.everything(1)] == ["b", "a"]


def test_who_changes_their_mind_leaves_one_correction(database: Database) -> None:
    later = a_correction(topics=(), offices=(), day="2026-11-23")
    with database.transaction() as work:
        work.corrections.save([a_correction(), a_correction(topics=("a/b",))])
        work.corrections.save([later])
        assert work.corrections.listed() == (later,)


def test_one_or_all_of_a_chat_are_erased(database: Database) -> None:
    mine, more, strange = a_correction("a"), a_correction("b"), a_correction("c", chat=2)
    with database.transaction() as work:
        work.corrections.save([mine, more, strange])
        work.corrections.erase(1, "c")
        work.corrections.erase(1, "a")
        assert work.corrections.listed() == (more, strange)
        work.corrections.erase(1)
        assert work.corrections.listed() == (strange,)


def test_what_is_older_than_a_day_goes_a_portion_at_a_time(database: Database) -> None:
    days = ("2025-11-20", "2025-11-21", "2025-11-22", "2025-11-23")
    with database.transaction() as work:
        work.corrections.save([a_correction(day, day=day) for day in days])
        assert [work.corrections.purge(date(2025, 11, 23), 2) for _ in range(3)] == [2, 1, 0]
        assert [item.day for item in work.corrections.listed()] == ["2025-11-23"]


def test_no_word_stands_in_the_open(database: Database) -> None:
    with database.transaction() as work:
        work.corrections.save([a_correction()])
        [row] = work._connection.execute(select(corrections)).all()
    assert (row.id, row.chat, row.day) == ("c1", 1, "2026-11-22")
    assert not any(word in row.data for word in (b"gubbarna", b"exclusion", b"vasa"))


def test_what_cannot_be_read_is_left_out_and_noted(database: Database) -> None:
    with database.transaction() as work:
        work.corrections.save([a_correction(name, chat=number) for number, name in enumerate("abcd", 1)])
    damage(database, "corrections", id="a")
    swap(database, "corrections", {"id": "b"}, {"id": "c"})
    with database.transaction() as work:
        assert [item.id for item in work.corrections.listed()] == ["d"]
        assert sorted(str(error.key) for error in work.damage.listed()) == ["a", "b", "c"]
