"""A case is changed by whoever read its latest version, and keeps everything that was said."""

from datetime import timedelta

import pytest

from dialogs.conversation.session import Post
from storage.database import Database
from storage.errors import LostRace
from storage.queue_items import Kind
from tests.storage.building import NOW, a_case, outgoing, said


def test_a_case_is_found_with_what_was_said_in_order(database: Database) -> None:
    case, messages = a_case(), (said("ett"), said("två", "navigator", internal=True), said("tre", "lots"))
    with database.transaction() as work:
        work.cases.save(case, 0)
        work.cases.add_messages([(case.reference, messages[0])])
        work.cases.add_messages([(case.reference, message) for message in messages[1:]])
    with database.transaction() as work:
        assert work.cases.by_reference(["VA-7K3M", "VA-0000"]) == {"VA-7K3M": case.but(messages=messages)}


def test_an_association_finds_its_own_cases_without_their_messages(database: Database) -> None:
    mine, also_mine, other = a_case("A"), a_case("B"), a_case("C", chat=2)
    with database.transaction() as work:
        for case in (also_mine, mine, other):
            work.cases.save(case, 0)
        work.cases.add_messages([("A", said("hej"))])
        assert work.cases.of([1, 9]) == {1: (mine, also_mine), 9: ()}


def test_a_change_needs_the_version_that_was_read(database: Database) -> None:
    claimed = a_case(state="claimed", owner=7, version=1)
    with database.transaction() as work:
        work.cases.save(a_case(), 0)
    with database.transaction() as work:
        work.cases.save(claimed, 0)
    with pytest.raises(LostRace, match="VA-7K3M"), database.transaction() as work:
        work.cases.save(a_case(state="claimed", owner=8, version=1), 0)
    with database.transaction() as work:
        work.cases.save(claimed.but(state="closed", version=2), 1)
        assert work.cases.by_reference(["VA-7K3M"]) == {"VA-7K3M": claimed.but(state="closed", version=2)}


def test_a_new_case_may_have_changed_before_it_was_first_kept(database: Database) -> None:
    with database.transaction() as work:
        work.cases.save(a_case(state="withdrawn", version=1), 0)
        assert work.cases.of([1]) == {1: (a_case(state="withdrawn", version=1),)}


@pytest.mark.parametrize("version", [0, 1])
def test_a_reference_drawn_twice_never_replaces_another_case(database: Database, version: int) -> None:
    with database.transaction() as work:
        work.cases.save(a_case(chat=1), 0)
    with pytest.raises(LostRace), database.transaction() as work:
        work.cases.save(a_case(chat=2, version=version), 0)
    with database.transaction() as work:
        assert work.cases.by_reference(["VA-7K3M"]) == {"VA-7K3M": a_case(chat=1)}


def test_unused_references_come_in_the_order_given(database: Database) -> None:
    with database.transaction() as work:
        work.cases.save(a_case("B"), 0)
        assert (work.cases.unused(["C", "B", "A", "C"]), work.cases.unused([])) == (("C", "A"), ())


def test_the_desk_finds_the_open_cases_of_its_municipality(database: Database) -> None:
    open_one, closed, elsewhere = a_case("A"), a_case("B", closed_at=NOW), a_case("C", municipality="vaxjo")
    with database.transaction() as work:
        for case in (open_one, closed, elsewhere):
            work.cases.save(case, 0)
        assert work.cases.open_in(open_one.municipality, 50) == (open_one,)


def test_the_newest_cases_of_a_municipality_are_found_open_and_ended(database: Database) -> None:
    old, ended, new = (a_case(name, opened_at=NOW + timedelta(days=day)) for day, name in enumerate("BCA"))
    ended = ended.but(closed_at=NOW, state="closed")
    with database.transaction() as work:
        for case in (new, old, ended, a_case("D", municipality="vaxjo")):
            work.cases.save(case, 0)
        assert work.cases.newest_in("vasa", 9) == (new, ended, old)
        assert work.cases.newest_in("vasa", 2) == (new, ended)


def test_all_cases_of_a_municipality_are_read_in_portions_and_none_twice_or_never(database: Database) -> None:
    mine = tuple(
        a_case(name, state="closed" if name == "C" else "new", chat=0 if name == "B" else 1) for name in "ABCDE"
    )
    with database.transaction() as work:
        for case in (*mine, a_case("BB", municipality="vaxjo")):
            work.cases.save(case, 0)
        work.cases.add_messages([("B", said("ett")), ("C", said("två"))])
        assert work.cases.portion("vasa", "", 3) == (mine[:3], "C")
        assert work.cases.portion("vasa", "C", 3) == (mine[3:], "")
        assert work.cases.portion("vasa", "E", 3) == ((), "")
        assert work.cases.said_in(["C", "D"]) == {"C": (said("två"),)}


def test_open_cases_without_a_card_in_a_chat_are_found_the_oldest_first(database: Database) -> None:
    desk, former = -100, -50
    names = ("shown", "elsewhere", "on its way", "refused", "in doubt", "never", "closed")
    cases = {name: a_case(name, opened_at=NOW + timedelta(minutes=number)) for number, name in enumerate(names)}
    closed = cases["closed"].but(closed_at=NOW, state="closed")
    with database.transaction() as work:
        for case in (*(cases | {"closed": closed}).values(), a_case("another", municipality="vaxjo")):
            work.cases.save(case, 0)
        places = {"shown": (desk, 1), "elsewhere": (former, 2)}
        work.posts.keep([(place, Post(name, ()), True) for name, place in places.items()])
        work.posts.keep([((desk, 3), Post("never", ()), False)])
        for name, judge in (("refused", work.outbox.refuse), ("in doubt", work.outbox.ambiguous)):
            work.outbox.add([outgoing(desk, about=name, kind=Kind.CARD)])
            judge(work.outbox.claim(NOW, 1)[0].seq, "no")
        work.outbox.add([outgoing(desk, about="on its way", kind=Kind.CARD)])
    with database.transaction() as work:
        assert work.cases.unshown("vasa", desk, 9) == ("elsewhere", "refused", "in doubt", "never")
        assert work.cases.unshown("vasa", desk, 2) == ("elsewhere", "refused")
        assert work.cases.unshown("goteborg", desk, 9) == ()
