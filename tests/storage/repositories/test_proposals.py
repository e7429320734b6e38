"""Proposals are kept whole, by chat."""

from datetime import timedelta

import pytest
from sqlalchemy import Delete, Update, delete, update

from dialogs.records.proposal import Proposal
from storage.database import Database
from storage.engine.tables import proposals
from storage.errors import LostRace
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


def test_who_saves_an_older_draft_than_is_kept_is_told_and_overwrites_nothing(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([a_proposal("a"), a_proposal("b", chat=2)])
    with database.transaction() as work:
        [known] = work.proposals.of([1])[1]
        work.proposals.save([known.but(case="K7WM4")])
    newer = update(proposals).where(proposals.c.id == "a").values(version=7)
    with pytest.raises(LostRace, match=r"at the same time; the step must run again"):
        _saved_behind(database, newer, a_proposal("c"), known.but(case="22222"))
    with pytest.raises(LostRace), database.transaction() as mine:
        mine.proposals.save([a_proposal("b", chat=1)])
    with database.transaction() as work:
        assert work.proposals.of([1, 2]) == {1: (a_proposal("a", case="K7WM4"),), 2: (a_proposal("b", chat=2),)}


def test_a_draft_that_was_erased_meanwhile_does_not_come_back(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([a_proposal("a")])
    with pytest.raises(LostRace):
        _saved_behind(database, delete(proposals), a_proposal("a", case="K7WM4"))


def _saved_behind(database: Database, between: Update | Delete, *changed: Proposal) -> None:
    """Save proposals that are not any more as they were read. Whether each was is looked at by the commit at last."""
    with database.transaction() as work:
        work.proposals.of([1])
        work._connection.execute(between)
        work.proposals.save(changed)


def test_a_chat_that_is_erased_and_writes_on_begins_anew(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([a_proposal("a")])
        work.proposals.of([1])
        work.proposals.erase(1)
        work.proposals.save([a_proposal("a")])
        assert work.proposals.of([1]) == {1: (a_proposal("a"),)}


def test_nothing_asked_nothing_found(database: Database) -> None:
    with database.transaction() as work:
        assert work.proposals.of([]) == {}


def test_all_proposals_of_a_municipality_are_read_in_portions_by_their_ids(database: Database) -> None:
    mine = tuple(a_proposal(name, chat=number) for number, name in enumerate("abcd", 1))
    with database.transaction() as work:
        work.proposals.save([*mine, a_proposal("bb", municipality="vaxjo")])
    with database.transaction() as work:
        assert work.proposals.portion("vasa", "", 3) == (mine[:3], "c")
        assert work.proposals.portion("vasa", "c", 3) == (mine[3:], "")
