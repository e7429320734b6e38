"""Who saw which case, or did what with it: found by case and by person, gone after its time."""

from datetime import timedelta

from dialogs.records.for_a_time.access import Access
from storage.database import Database
from tests.storage.building import NOW, a_case

NORA, NIKO, ANNA, BO = 201, 202, 1, 2
FIRST = Access(NOW, "K7WM4", NORA, "claim")
SECOND = Access(NOW + timedelta(hours=1), "K7WM4", NIKO, "show")
OTHER = Access(NOW + timedelta(hours=2), "P3QX9", NORA, "card")


def filled(database: Database) -> Database:
    with database.transaction() as work:
        work.cases.save(a_case("K7WM4", ANNA), 0)
        work.cases.save(a_case("P3QX9", BO), 0)
        work.accesses.add([FIRST, SECOND, OTHER])
    return database


def test_a_case_has_its_log_the_newest_first(database: Database) -> None:
    with filled(database).transaction() as work:
        assert work.accesses.of("K7WM4", 10) == (SECOND, FIRST)
        assert work.accesses.of("K7WM4", 1) == (SECOND,)
        assert work.accesses.of("C8RV2", 10) == ()
        work.accesses.add([])


def test_a_person_sees_what_concerns_them_and_not_who_the_navigators_are(database: Database) -> None:
    with filled(database).transaction() as work:
        of_the_association, of_a_navigator = (work.everything(chat)["accesses"] for chat in (ANNA, NORA))
    shown = {
        item: {"at": item.at.isoformat(), "case": item.reference, "act": item.act} for item in (FIRST, SECOND, OTHER)
    }
    assert (of_the_association, of_a_navigator) == ([shown[FIRST], shown[SECOND]], [shown[FIRST], shown[OTHER]])


def test_it_stays_when_the_association_erases_everything(database: Database) -> None:
    with filled(database).transaction() as work:
        work.erase(ANNA)
    with database.transaction() as work:
        assert (work.everything(ANNA)["accesses"], work.accesses.of("K7WM4", 10)) == ([], (SECOND, FIRST))


def test_what_is_too_old_goes_the_oldest_first(database: Database) -> None:
    with filled(database).transaction() as work:
        assert (work.accesses.purge(OTHER.at, 1), work.accesses.of("K7WM4", 10)) == (1, (SECOND,))
        assert (work.accesses.purge(OTHER.at, 10), work.accesses.of("P3QX9", 10)) == (1, (OTHER,))
