"""The topic of a case is kept once, and changed only by whoever knows which one it has."""

from datetime import timedelta

import pytest

from dialogs.conversation.session import Post
from dialogs.records.thread import Thread, Topics
from storage.database import Database
from tests.storage.building import NOW, a_case

DESK = -100
MADE = Thread(DESK, "K7WM4", 7, "K7WM4 · ny")


def test_a_topic_is_found_by_its_case_and_by_its_number(database: Database) -> None:
    with database.transaction() as work:
        work.threads.keep(MADE, 0)
        work.threads.keep(Thread(-200, "K7WM4", 7), 0)
        work.threads.keep(Thread(DESK, "C8RV2", failed=2), 0)
        assert work.threads.of([(DESK, "K7WM4"), (DESK, "C8RV2"), (DESK, "P3QX9")]) == {
            (DESK, "K7WM4"): MADE,
            (DESK, "C8RV2"): Thread(DESK, "C8RV2", failed=2),
        }
        assert work.threads.at([(DESK, 7), (DESK, 8), (DESK, 0), (-200, 7)]) == {
            (DESK, 7): "K7WM4",
            (-200, 7): "K7WM4",
        }
        assert (work.threads.of([]), work.threads.at([])) == ({}, {})


def test_a_second_topic_does_not_take_the_place_of_the_first(database: Database) -> None:
    with database.transaction() as work:
        work.threads.keep(MADE, 0)
    with database.transaction() as work:
        work.threads.keep(MADE.but(number=9), 0)
        assert work.threads.of([(DESK, "K7WM4")]) == {(DESK, "K7WM4"): MADE}
        work.threads.keep(MADE.but(title="K7WM4 · tagen"), 9)
        assert work.threads.of([(DESK, "K7WM4")]) == {(DESK, "K7WM4"): MADE}


def test_a_topic_that_is_lost_gives_way_to_another(database: Database) -> None:
    another = MADE.but(number=12, failed=0)
    with database.transaction() as work:
        work.threads.keep(MADE, 0)
        work.threads.keep(MADE.but(number=0, failed=1), 7)
        assert work.threads.at([(DESK, 7)]) == {}
        work.threads.keep(another, 0)
        assert work.threads.of([(DESK, "K7WM4")]) == {(DESK, "K7WM4"): another}


def test_two_cases_never_have_one_topic(database: Database) -> None:
    with database.transaction() as work:
        work.threads.keep(MADE, 0)
    with pytest.raises(Exception, match="constraint"), database.transaction() as work:
        work.threads.keep(Thread(DESK, "C8RV2", 7), 0)


def test_somebody_closes_a_topic_and_opens_it(database: Database) -> None:
    with database.transaction() as work:
        work.threads.keep(MADE, 0)
        for number, closed, found in ((8, True, False), (7, True, True), (7, False, False)):
            work.threads.shut(DESK, number, closed=closed)
            assert work.threads.of([(DESK, "K7WM4")])[DESK, "K7WM4"].closed is found


def test_what_is_learned_of_a_group_counts_from_the_beginning_when_it_is_new(database: Database) -> None:
    in_vain = Thread(DESK, "K7WM4", failed=5)
    with database.transaction() as work:
        work.threads.keep(in_vain, 0)
        assert work.threads.topics([DESK, -200]) == {}
        work.threads.learn(DESK, Topics.FORBIDDEN)
        work.threads.learn(-200, Topics.NONE)
        work.threads.keep(in_vain, 0)
        work.threads.learn(DESK, Topics.FORBIDDEN)
        assert work.threads.of([(DESK, "K7WM4")])[DESK, "K7WM4"].failed == 5
        work.threads.learn(DESK, Topics.ON)
        assert work.threads.of([(DESK, "K7WM4")])[DESK, "K7WM4"].failed == 0
        assert work.threads.topics([DESK, -200]) == {DESK: Topics.ON, -200: Topics.NONE}
        assert work.threads.topics([]) == {}


def test_open_cases_with_a_card_and_no_topic_are_homeless(database: Database) -> None:
    later = NOW + timedelta(hours=1)
    with database.transaction() as work:
        for name, more in {
            "K7WM4": {},
            "C8RV2": {"opened_at": later},
            "P3QX9": {},
            "J4HM6": {},
            "W9FG3": {"closed_at": NOW},
            "F2GH7": {"municipality": "goteborg"},
            "G3HJ8": {},
        }.items():
            work.cases.save(a_case(name, version=1, **more), 0)
            if name != "J4HM6":
                work.posts.keep([((DESK, len(name) + ord(name[0])), Post(name, ()), True)])
        work.threads.keep(MADE.but(reference="P3QX9"), 0)
        work.threads.keep(Thread(DESK, "G3HJ8"), 0)
        assert work.threads.homeless("vasa", DESK, 9) == ("G3HJ8", "K7WM4", "C8RV2")
        assert work.threads.homeless("vasa", DESK, 1) == ("G3HJ8",)
        assert work.threads.homeless("vasa", -200, 9) == ()
