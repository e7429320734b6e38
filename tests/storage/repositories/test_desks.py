"""A desk is kept whole, changed only by whoever read its latest version, and never written over where it is damaged."""

from typing import Any

import pytest
from sqlalchemy import select

from dialogs.records.staff.desk import UNREADABLE, Absence, Desk
from storage.database import Database
from storage.engine.tables import desks
from storage.errors import LostRace
from tests.storage.damaging import damage, swap

VASA = Desk("vasa").knowing(201, "Nora").absent(201, Absence("2026-12-01", "2026-12-09", 202)).but(version=1)
VAXJO = Desk("vaxjo", digest=False, version=1)


def kept(database: Database, *listed: Desk) -> None:
    with database.transaction() as work:
        for desk in listed:
            work.desks.save(desk, desk.version - 1)


def test_desks_are_found_by_municipality_and_one_of_which_nothing_is_kept_is_empty(database: Database) -> None:
    kept(database, VASA, VAXJO)
    with database.transaction() as work:
        assert work.desks.of(["vasa", "ostersund", "vasa"]) == {"vasa": VASA, "ostersund": Desk("ostersund")}
        assert work.desks.of([]) == {}


def test_a_change_is_kept_by_whoever_read_the_latest(database: Database) -> None:
    kept(database, VASA)
    later = VASA.absent(201, None).but(version=2)
    kept(database, later)
    with database.transaction() as work:
        assert work.desks.of(["vasa"]) == {"vasa": later}


@pytest.mark.parametrize("was", [0, 1])
def test_who_read_an_older_one_loses_the_race(database: Database, was: int) -> None:
    kept(database, VASA, VASA.but(version=2))
    with pytest.raises(LostRace), database.transaction() as work:
        work.desks.save(VAXJO.but(municipality="vasa", version=was + 1), was)
    with database.transaction() as work:
        assert work.desks.of(["vasa"])["vasa"] == VASA.but(version=2)


def test_nobody_s_name_stands_in_the_open(database: Database) -> None:
    kept(database, VASA)
    with database.transaction() as work:
        [row] = work._connection.execute(select(desks)).all()
    assert (row.municipality, row.version) == ("vasa", 1)
    assert b"Nora" not in row.data


def of_another_place(database: Database) -> None:
    swap(database, "desks", {"municipality": "vasa"}, {"municipality": "vaxjo"})


def cut_off(database: Database) -> None:
    for name in ("vasa", "vaxjo"):
        damage(database, "desks", municipality=name)


@pytest.mark.parametrize("spoil", [of_another_place, cut_off])
def test_one_that_cannot_be_read_is_known_as_such_and_stays(database: Database, spoil: Any) -> None:
    kept(database, VASA, VAXJO)
    spoil(database)
    with database.transaction() as work:
        assert work.desks.of(["vasa"]) == {"vasa": Desk("vasa", version=UNREADABLE)}
        assert work.damage.at("desks", "vasa") is not None
    with pytest.raises(LostRace), database.transaction() as work:
        work.desks.save(VASA, 0)


def test_who_erases_their_chat_is_forgotten_at_every_desk_also_as_a_deputy(database: Database) -> None:
    deputy = (
        Desk("vasa").knowing(201, "Nora").knowing(202, "Niko").absent(201, Absence("2026-12-01", "2026-12-09", 202))
    )
    kept(database, deputy.but(version=1), VAXJO)
    with database.transaction() as work:
        work.erase(202)
        left = Desk("vasa").knowing(201, "Nora").absent(201, Absence("2026-12-01", "2026-12-09"))
        assert work.desks.of(["vasa", "vaxjo"]) == {"vasa": left.but(version=2), "vaxjo": VAXJO}
        work.desks.forget(999)
        assert work.desks.of(["vasa"]) == {"vasa": left.but(version=2)}
