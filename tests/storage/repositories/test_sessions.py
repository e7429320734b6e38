"""Sessions are kept by chat and user, and only whoever read the latest may change one."""

import pytest

from storage.database import Database
from storage.errors import LostRace
from storage.repositories.sessions import Sessions
from tests.storage.building import NEED, OFFERS, a_session


def test_sessions_are_found_by_chat_and_user(database: Database) -> None:
    group, other, private = a_session(-100, 1, place="desk"), a_session(-100, 2), a_session(1, need=NEED, offers=OFFERS)
    with database.transaction() as work:
        work.sessions.save([group, other, private])
    with database.transaction() as work:
        found = work.sessions.load([(-100, 1), (1, 1), (1, 1), (5, 5)])
    assert found == {(-100, 1): group, (1, 1): private}


def test_a_session_is_changed_again_and_again(database: Database) -> None:
    for revision in range(3):
        with database.transaction() as work:
            work.sessions.load([(1, 1)])
            work.sessions.save([a_session(revision=revision)])
            work.sessions.save([a_session(revision=revision, form="samma gång")])
    with database.transaction() as work:
        assert work.sessions.load([(1, 1)]) == {(1, 1): a_session(revision=2, form="samma gång")}


def test_of_two_with_one_key_the_later_counts(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(revision=1), a_session(revision=2)])
        assert work.sessions.load([(1, 1)]) == {(1, 1): a_session(revision=2)}


def test_a_session_that_was_never_read_is_not_overwritten(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(form="viktigt")])
    with pytest.raises(LostRace), database.transaction() as work:
        work.sessions.save([a_session(2), a_session(form="")])
    with database.transaction() as work:
        assert work.sessions.load([(1, 1), (2, 2)]) == {(1, 1): a_session(form="viktigt")}


def test_an_erased_session_does_not_rise_again(database: Database) -> None:
    with pytest.raises(LostRace):
        _saved_behind_an_erasure(database)
    with database.transaction() as work:
        assert work.sessions.load([(1, 1)]) == {}


def _saved_behind_an_erasure(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(form="viktigt")])
        loaded = work.sessions.load([(1, 1)])
        Sessions(work._connection, work.sessions._vault).erase(1)
        work.sessions.save(loaded.values())


def test_a_person_begins_anew_after_erasing(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(form="viktigt")])
    with database.transaction() as work:
        work.sessions.load([(1, 1)])
        work.erase(1)
        work.sessions.save([a_session(place="start")])
    with database.transaction() as work:
        assert work.sessions.load([(1, 1)]) == {(1, 1): a_session(place="start")}


def test_a_group_that_moves_takes_its_own_session_along_and_those_of_its_people(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(-100, -100, language="fi"), a_session(-100, 7, form="hennes")])
    with database.transaction() as work:
        work.sessions.move(-100, -1007)
    with database.transaction() as work:
        found = work.sessions.load([(-1007, -1007), (-1007, 7), (-1007, -100), (-100, 7)])
    assert found == {
        (-1007, -1007): a_session(-1007, -1007, language="fi"),
        (-1007, 7): a_session(-1007, 7, form="hennes"),
    }
