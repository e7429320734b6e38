"""Who takes part in a proposal is kept whole, changed only by whoever read the latest, found by chat and by link."""

import pytest

from dialogs.records.together.sharing import Comment, Invitation, Nod, Participant, Role, Sharing, hashed
from storage.database import Database
from storage.errors import LostRace
from tests.storage.building import NOW, a_proposal
from tests.storage.damaging import damage

ANNA, BO, CIA = (
    Participant(number, name, role, NOW)
    for number, name, role in ((1, "Anna", Role.OWNER), (2, "Bo", Role.EDIT), (3, "Cia", Role.VIEW))
)
LINK = Invitation(hashed("a token"), Role.EDIT, NOW)
SHARED = Sharing("p1", (ANNA, BO), (LINK,), (Comment(2, "FP03", "Vem kör?", NOW),), (Nod(2, NOW),), version=1)


def kept(database: Database, *listed: Sharing) -> None:
    with database.transaction() as work:
        if not work.proposals.named(["p1"]):
            work.proposals.save([a_proposal("p1"), a_proposal("p2", chat=9)])
        for sharing in listed:
            work.sharings.save(sharing, sharing.version - 1)


def test_it_comes_back_as_it_was_and_is_found_by_chat_and_by_link(database: Database) -> None:
    kept(database, SHARED)
    with database.transaction() as work:
        assert work.sharings.of(["p1", "p2", "p1"]) == {"p1": SHARED}
        assert work.sharings.where([1, 2, 3]) == {1: ["p1"], 2: ["p1"], 3: []}
        assert [work.sharings.invited_to(hashed(token)) for token in ("a token", "another")] == ["p1", ""]
        assert (work.sharings.of([]), work.sharings.where([])) == ({}, {})


def test_the_rows_follow_what_is_saved(database: Database) -> None:
    kept(database, SHARED, SHARED.next(people=(ANNA, CIA), invitations=()))
    with database.transaction() as work:
        assert work.sharings.where([2, 3]) == {2: [], 3: ["p1"]}
        assert work.sharings.invited_to(LINK.hash) == ""


@pytest.mark.parametrize("was", [0, 1])
def test_who_read_an_older_one_loses_the_race(database: Database, was: int) -> None:
    kept(database, SHARED, SHARED.next())
    with database.transaction() as work, pytest.raises(LostRace):
        work.sharings.save(SHARED.but(version=was + 1), was)


def test_all_of_it_goes_with_its_proposal(database: Database) -> None:
    kept(database, SHARED)
    with database.transaction() as work:
        work.erase(1)
        assert (work.sharings.of(["p1"]), work.sharings.where([2])) == ({}, {2: []})


def test_who_is_erased_is_out_and_what_they_said_too(database: Database) -> None:
    kept(database, SHARED)
    with database.transaction() as work:
        told = work.everything(2)["shared"]
        work.erase(2)
        assert work.sharings.of(["p1"]) == {"p1": SHARED.without(2).next()}
    assert [(one["proposal"], one["part"]["role"], one["with"]) for one in told] == [("p1", "edit", ["Anna"])]
    assert told[0]["comments"][0]["text"] == "Vem kör?"


def test_a_damaged_one_is_left_out_and_noted(database: Database) -> None:
    kept(database, SHARED)
    damage(database, "sharings", proposal="p1")
    with database.transaction() as work:
        assert work.sharings.of(["p1"]) == {}
        assert work.damage.at("sharings", "p1") is not None
