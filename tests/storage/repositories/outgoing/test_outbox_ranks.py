"""The messages of a group take turns by what they are about, and those of one case keep their order."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.turns.lanes import in_lanes
from storage.database import Database
from storage.queue_items import Outgoing
from storage.repositories.outgoing.outbox_ranks import BULK, HIGHEST, LAST, ranks
from tests.storage.building import NOW, outgoing


def about(case: str, chat: int = -1, **more: object) -> Outgoing:
    return outgoing(chat, case, about=case, **more)


def ranked(database: Database, *messages: Outgoing) -> list[int]:
    """Write messages; return the ranks that they got."""
    with database.transaction() as work:
        found = ranks(work._connection, messages)
        work.outbox.add(messages)
    return found


def ranked_each(database: Database, *messages: Outgoing) -> list[int]:
    """Write messages with a commit each."""
    return [rank for message in messages for rank in ranked(database, message)]


def leave(database: Database, count: int) -> list[str]:
    """Send so many messages, one after another, each behind the ones of its case; return what they are about."""
    left, last = [], {}
    with database.transaction() as work:
        for _ in range(count):
            for parcel in work.outbox.claim(NOW, 1):
                left.append(parcel.about)
                assert last.get(parcel.about, 0) < parcel.seq
                last[parcel.about] = parcel.seq
                work.outbox.sent({parcel.seq: 1})
    return left


def test_only_a_group_has_turns_and_bulk_is_behind_everything(database: Database) -> None:
    messages = [about("A", chat=7), about("A", chat=7), outgoing(8, bulk=True), about("A", bulk=True), about("A")]
    assert ranked(database, *messages) == [0, 0, BULK, BULK, 0]


def test_bulk_leaves_by_the_days_that_are_left(database: Database) -> None:
    left = (21, 0, 5, 366, 500, 5)
    messages = [outgoing(chat, bulk=True, days_left=days) for chat, days in enumerate(left, start=1)]
    assert ranked(database, *messages) == [BULK + 21, BULK, BULK + 5, LAST, LAST, BULK + 5]
    with database.transaction() as work:
        work.outbox.add([outgoing(7)])
        assert [(item.chat, item.days_left) for item in work.outbox.claim(NOW, 9)] == [
            *[(7, 0), (2, 0), (3, 5), (6, 5), (1, 21)],
            *[(4, 366), (5, 366)],
        ]


def test_a_new_case_waits_for_one_turn_of_a_case_with_many(database: Database) -> None:
    assert ranked_each(database, *[about("A")] * 40) == list(range(40))
    assert leave(database, 18) == ["A"] * 18
    assert ranked_each(database, about("B"), about("B"), outgoing(-1)) == [18, 19, 18]
    assert leave(database, 7) == ["A", "B", "", "A", "B", "A", "A"]


def test_what_one_commit_says_leaves_in_its_order_where_nothing_waits(database: Database) -> None:
    assert ranked(database, about("A"), about("A"), outgoing(-1), about("A"), about("B")) == [0] * 5
    assert leave(database, 5) == ["A", "A", "", "A", "B"]


def test_what_is_added_to_a_case_goes_behind_what_waits_of_it_even_while_that_is_being_sent(database: Database) -> None:
    ranked_each(database, about("A"), about("A"))
    leave(database, 1)
    with database.transaction() as work:
        (parcel,) = work.outbox.claim(NOW, 1)
    assert ranked(database, about("B"), about("A")) == [1, 2]
    with database.transaction() as work:
        work.outbox.retry(parcel.seq, NOW, "429")
    assert leave(database, 3) == ["A", "B", "A"]


def test_counting_begins_anew_when_nothing_waits_and_ends_before_bulk(database: Database) -> None:
    ranked(database, about("A"), about("A"))
    leave(database, 2)
    assert ranked(database, about("A")) == [0]
    with database.transaction() as work:
        work._connection.execute(text(f"UPDATE outbox SET rank = {HIGHEST - 1} WHERE state = 'pending'"))
    assert ranked_each(database, about("A"), about("A"), outgoing(-1)) == [HIGHEST, HIGHEST, HIGHEST - 1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(st.sampled_from("ABC"), max_size=25))
def test_of_cases_that_wait_none_is_ever_two_messages_ahead_of_another(sqlite: Database, cases: Sequence[str]) -> None:
    ranked_each(sqlite, *[outgoing(-1, str(number), about=case) for number, case in enumerate(cases)])
    left: list[str] = []
    while leaving := leave(sqlite, 1):
        left += leaving
        sent = [left.count(case) for case in set(cases) if left.count(case) < cases.count(case)]
        assert max(sent, default=0) - min(sent, default=0) <= 1
    assert sorted(left) == sorted(cases)


def test_what_is_said_of_several_cases_stays_together_behind_what_waits_of_any(database: Database) -> None:
    ranked_each(database, about("A"), about("A"), about("A"))
    together = [about("B", beside=("B", "A")), outgoing(-1, beside=("B", "A")), about("A", beside=("A", "B"))]
    assert ranked(database, *together) == [3, 3, 3]
    assert ranked_each(database, about("B"), about("C"), about("A"), outgoing(-1, beside=("C",))) == [4, 0, 4, 1]
    left = [text for _ in range(10) for text in send_one(database)]
    assert left == ["A", "C", "A", "hej", "A", "B", "hej", "A", "B", "A"]


Outcomes = list[tuple[str, ...]]
"""What each message of an outcome is about."""
said = st.lists(st.sampled_from(["", "A", "B", "C"]), min_size=1, max_size=4).map(tuple)
commits = st.lists(st.one_of(st.lists(said, min_size=1, max_size=3), st.sampled_from(["send", "retry"])), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(commits, st.sampled_from(["", "A", "D"]))
def test_what_one_outcome_says_and_what_is_said_of_one_case_leaves_in_its_order(
    sqlite: Database, made_up: list[Outcomes | str], meant: str
) -> None:
    written: list[Outgoing] = []
    left: list[str] = []
    for number, made in enumerate(made_up):
        if isinstance(made, str):
            left += send_one(sqlite, lost=made == "retry")
            continue
        outcomes = [
            in_lanes([outgoing(-1, f"{number}.{n} {m}", about=name) for m, name in enumerate(names)], meant)
            for n, names in enumerate(made)
        ]
        messages = [message for outcome in outcomes for message in outcome]
        ranked(sqlite, *messages)
        written += messages
    while sent := send_one(sqlite):
        left += sent

    place = {text: number for number, text in enumerate(left)}
    assert len(place) == len(left) == len(written)
    of_outcome = [(text_of(one).split()[0], place[text_of(one)]) for one in written]
    of_case = [(one.lane, place[text_of(one)]) for one in written]
    for listed in (of_outcome, of_case):
        for name in {name for name, _ in listed}:
            places = [where for key, where in listed if key == name]
            assert places == sorted(places), (name, left)


def send_one(database: Database, *, lost: bool = False) -> list[str]:
    """Send the next message; return what it says, nothing if it must be sent again or there was none."""
    with database.transaction() as work:
        parcels = work.outbox.claim(NOW, 1)
        for parcel in parcels:
            if lost:
                work.outbox.retry(parcel.seq, NOW, "429")
            else:
                work.outbox.sent({parcel.seq: 1})
    return [] if lost else [text_of(parcel) for parcel in parcels]


def text_of(message: Outgoing) -> str:
    return str(message.payload["text"])


def test_what_is_ahead_leaves_before_all_that_waits_of_its_case(database: Database) -> None:
    assert ranked_each(database, about("A"), about("B"), about("A")) == [0, 0, 1]
    assert ranked(database, about("A", ahead=True), about("A", ahead=True), about("A")) == [-1, -1, 2]
    assert ranked(database, about("C", ahead=True), about("C")) == [-1, -1]
    order = ["A", "A", "C", "C", "A", "B", "A", "A"]
    with database.transaction() as work:
        for case in order:
            [parcel] = work.outbox.claim(NOW, 1)
            assert parcel.about == case
            work.outbox.sent({parcel.seq: 1})


def test_of_several_cases_what_is_ahead_leaves_before_what_waits_of_any(database: Database) -> None:
    assert ranked_each(database, *[about("B")] * 3, about("A")) == [0, 1, 2, 0]
    assert leave(database, 2) == ["B", "A"]
    assert ranked(database, about("A", ahead=True, beside=("A", "B"))) == [0]
