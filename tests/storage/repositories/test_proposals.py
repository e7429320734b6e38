"""Proposals are kept whole, by chat."""

from datetime import timedelta

from storage.database import Database
from tests.storage.building import NOW, a_proposal


def test_proposals_are_found_by_chat_oldest_first(database: Database) -> None:
    old, new = a_proposal("b"), a_proposal("a", created_at=NOW + timedelta(days=1))
    undated, strange = a_proposal("u", created_at=None), a_proposal("x", chat=2)
    with database.transaction() as work:
        work.proposals.save([new, strange, old, undated])
    with database.transaction() as work:
        assert work.proposals.of([1, 3]) == {1: (undated, old, new), 3: ()}


def test_of_a_proposal_saved_more_than_once_the_last_counts(database: Database) -> None:
    first, second = a_proposal("a"), a_proposal("b")
    changed = first.but(case="K7WM4", changed_at=NOW, version=1)
    with database.transaction() as work:
        work.proposals.save([first, second])
        work.proposals.save([first, changed])
        assert work.proposals.of([1]) == {1: (changed, second)}


def test_nothing_asked_nothing_found(database: Database) -> None:
    with database.transaction() as work:
        assert work.proposals.of([]) == {}
