"""New references are free and can be read out; new ids are never the same."""

from bot.turns.new_ids import IDS_AT_ONCE, NewIds
from dialogs.records.reference import REFERENCE
from storage.database import Database
from tests.storage.building import a_case


def test_a_reference_stays_on_offer_until_a_case_takes_it(database: Database) -> None:
    new = NewIds()
    with database.transaction() as work:
        first = new.reference(work)
        assert (new.reference(work), REFERENCE.fullmatch(first) is not None) == (first, True)
        work.cases.save(a_case(first), 0)
        new.taken(first)
        second = new.reference(work)
        assert (second != first, work.cases.unused([first, second])) == (True, (second,))


def test_what_another_process_may_have_used_is_drawn_anew(database: Database) -> None:
    new = NewIds()
    with database.transaction() as work:
        first = new.reference(work)
        work.cases.save(a_case(first), 0)
        new.clear()
        assert work.cases.unused([new.reference(work)]) != ()


def test_a_reference_that_was_never_on_offer_can_be_taken(database: Database) -> None:
    NewIds().taken("K7WM4")


def test_no_id_comes_twice() -> None:
    new = NewIds()
    ids = [new.id() for _ in range(IDS_AT_ONCE + 2)]
    assert (len(set(ids)), {len(one) for one in ids}) == (IDS_AT_ONCE + 2, {16})
