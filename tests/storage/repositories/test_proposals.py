"""Proposals are kept whole, by chat and by id."""

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


def test_proposals_are_changed_and_dropped_by_id(database: Database) -> None:
    first, second = a_proposal("a"), a_proposal("b")
    changed = first.but(form="PARTNERSHIP", changed_at=NOW, version=1)
    with database.transaction() as work:
        work.proposals.save([first, second])
        work.proposals.save([first, changed])
        work.proposals.drop(["b", "never"])
        assert work.proposals.by_id(["a", "b", "a"]) == {"a": changed}


def test_nothing_asked_nothing_found(database: Database) -> None:
    with database.transaction() as work:
        assert (work.proposals.of([]), work.proposals.by_id([]), work.proposals.drop([])) == ({}, {}, None)
