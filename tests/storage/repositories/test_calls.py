"""A call is kept as navigators have set it, and changed only by whoever read its latest version."""

import pytest

from dialogs.records.staff.call import Call, CallState
from storage.database import Database
from storage.errors import LostRace
from tests.storage.damaging import damage

AUTUMN = Call("vasa", "autumn", CallState.OPEN, deadline="2026-10-28T15:45", version=1)


def test_calls_are_kept_and_changed_by_version(database: Database) -> None:
    other = AUTUMN.but(municipality="vaxjo", round="spring")
    with database.transaction() as work:
        work.calls.save(other, 0)
        work.calls.save(AUTUMN, 0)
    later = AUTUMN.but(deadline="2026-10-30T15:45", version=2)
    with database.transaction() as work:
        assert work.calls.all() == (AUTUMN, other)
        work.calls.save(later, 1)
    with database.transaction() as work:
        assert work.calls.all() == (later, other)


@pytest.mark.parametrize("was", [0, 2])
def test_whoever_read_another_version_changes_nothing(database: Database, was: int) -> None:
    with database.transaction() as work:
        work.calls.save(AUTUMN, 0)
    with pytest.raises(LostRace), database.transaction() as work:
        work.calls.save(AUTUMN.but(version=was + 1, place="Stadshuset"), was)
    with database.transaction() as work:
        assert work.calls.all() == (AUTUMN,)


def test_a_damaged_call_is_noted_and_the_others_stand(database: Database) -> None:
    other = AUTUMN.but(municipality="vaxjo")
    with database.transaction() as work:
        work.calls.save(AUTUMN, 0)
        work.calls.save(other, 0)
    damage(database, "calls", municipality="vasa")
    with database.transaction() as work:
        assert work.calls.all() == (other,)
        assert work.damage.at("calls", ("vasa", "autumn")) is not None
