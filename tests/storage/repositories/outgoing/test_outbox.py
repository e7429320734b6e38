"""Messages leave in order, one at a time for each chat, answers before bulk, and each key once."""

from datetime import timedelta

from sqlalchemy import text

from dialogs.conversation.session import Post
from storage.database import Database
from storage.queue_items import Kind, Parcel
from storage.repositories.outgoing.outbox import LONGEST_WAIT
from tests.conftest import SECRET
from tests.storage.building import NOW, OFFERS, a_case, outgoing

LATER = NOW + timedelta(seconds=30)


def parcel(seq: int, chat: int = 1, words: str = "hej", **more: object) -> Parcel:
    return Parcel(
        **{"seq": seq, "chat": chat, "method": "sendMessage", "payload": {"chat_id": chat, "text": words}, **more}
    )


def claimed(database: Database, now=NOW, limit: int = 10) -> list[int]:
    with database.transaction() as work:
        return [item.seq for item in work.outbox.claim(now, limit)]


def test_a_message_is_claimed_with_all_that_it_carries(database: Database) -> None:
    message = outgoing(key="card:VA", about="VA-7K3M", offers=OFFERS, kind=Kind.CARD, bulk=True)
    with database.transaction() as work:
        assert work.outbox.add([message]) == 1
        assert work.outbox.claim(NOW, 5) == (
            parcel(1, key="card:VA", about="VA-7K3M", offers=OFFERS, kind=Kind.CARD, bulk=True),
        )


def test_a_chat_gets_its_messages_one_after_another(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(1), outgoing(2), outgoing(1)])
    assert (claimed(database), claimed(database)) == ([1, 3], [])
    with database.transaction() as work:
        work.outbox.sent({1: 500, 3: 501})
    assert claimed(database) == [2]


def test_the_limit_takes_the_oldest(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(chat) for chat in range(5)])
    assert (claimed(database, limit=2), claimed(database, limit=2), claimed(database)) == ([1, 2], [3, 4], [5])


def test_answers_go_before_bulk_also_in_one_chat(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1, bulk=True), outgoing(2, bulk=True), outgoing(1), outgoing(3)])
    assert claimed(database) == [3, 4, 2]
    with database.transaction() as work:
        work.outbox.sent({3: 500})
    assert claimed(database) == [1]


def test_what_was_handed_over_and_never_sent_is_recovered(database: Database, database_url: str) -> None:
    with database.transaction() as work:
        work.outbox.add_and_claim([outgoing(1)], NOW, 10)
    database.close()
    heir = Database.open(database_url, SECRET)
    with heir.transaction() as work:
        left = work.outbox.recover(NOW + timedelta(minutes=1))
    heir.close()
    assert left == (parcel(1, doubts=1),)


def test_a_key_is_sent_once_even_after_it_was_delivered(database: Database) -> None:
    with database.transaction() as work:
        assert work.outbox.add([outgoing(key="a"), outgoing(key="a"), outgoing(), outgoing()]) == 3
        work.outbox.sent({1: 500})
        assert work.outbox.add([outgoing(key="a")]) == 0


def test_a_chat_whose_head_waits_is_left_alone_until_then(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(1), outgoing(2)])
        work.outbox.claim(NOW, 1)
        work.outbox.retry(1, LATER, "429: retry after 30")
    assert claimed(database) == [3]
    with database.transaction() as work:
        assert work.outbox.claim(LATER, 5) == (parcel(1, attempts=2, error="429: retry after 30"),)


def test_what_waits_tells_when_it_is_to_be_tried(database: Database) -> None:
    with database.transaction() as work:
        nothing = work.outbox.next_try(NOW)
        work.outbox.add([outgoing(1), outgoing(1)])
        work.outbox.claim(NOW, 5)
        behind_one_under_way = work.outbox.next_try(NOW)
        work.outbox.sent({1: 500})
        work.outbox.claim(NOW, 5)
        work.outbox.retry(2, LATER, "429")
        assert (nothing, behind_one_under_way, work.outbox.next_try(NOW)) == (None, NOW, LATER)


def test_bulk_is_claimed_as_far_as_it_is_wanted(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(chat, bulk=chat < 4) for chat in range(1, 6)])
        assert [item.seq for item in work.outbox.claim(NOW, 1, bulk=2)] == [4]
        assert [item.seq for item in work.outbox.claim(NOW, 9, bulk=0)] == [5]
        assert [item.seq for item in work.outbox.claim(NOW, 9, bulk=2)] == [1, 2]


def test_what_was_told_to_wait_by_a_clock_that_was_put_back_waits_no_longer(database: Database) -> None:
    ahead = NOW + timedelta(days=30)
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(2), outgoing(3)])
        work.outbox.claim(ahead, 2)
        work.outbox.retry(1, ahead + timedelta(seconds=1), "500")
        work.outbox.retry(2, NOW + LONGEST_WAIT, "429")
    assert claimed(database) == [1, 3]
    with database.transaction() as work:
        work.outbox.hasten(NOW)
    assert claimed(database) == [2]


def test_what_is_refused_or_in_doubt_lets_the_next_go(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(1), outgoing(1)])
        work.outbox.claim(NOW, 1)
        work.outbox.refuse(1, "403: blocked")
        work.outbox.claim(NOW, 1)
        work.outbox.ambiguous(2, "time-out")
        assert work.outbox.counts() == {"pending": 1, "sending": 0, "ambiguous": 1, "refused": 1}
    assert claimed(database) == [3]


def test_what_was_in_doubt_says_so_when_it_is_sent_again(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.claim(NOW, 1)
        work.outbox.ambiguous(1)
        work.outbox.retry(1, NOW, "once more")
        assert [(item.attempts, item.doubts) for item in work.outbox.claim(NOW, 1)] == [(2, 1)]


def test_a_delivered_message_leaves_a_post_and_none_of_its_words(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add(
            [outgoing(1, about="VA-7K3M", offers=OFFERS, kind=Kind.CARD), outgoing(2), outgoing(3, about="p1")]
        )
        work.outbox.claim(NOW, 5)
        work.outbox.sent({1: 500, 2: 501, 3: 0})
        work.outbox.sent({1: 700})
        work.outbox.sent({})
        assert work.posts.of([(1, 500), (2, 501), (3, 0), (1, 700)]) == {(1, 500): Post("VA-7K3M", OFFERS)}
        assert work.posts.cards(["VA-7K3M"]) == {"VA-7K3M": (1, 500)}
        rows = work._connection.execute(text("SELECT chat, data, state FROM outbox")).all()
    assert {tuple(row) for row in rows} == {(0, None, "sent")}


def test_what_has_arrived_is_not_sent_again(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.claim(NOW, 1)
        work.outbox.sent({1: 500})
        work.outbox.retry(1, NOW, "too late")
        work.outbox.ambiguous(1)
        work.outbox.refuse(1, "too late")
        assert work.outbox.counts() == {"pending": 0, "sending": 0, "ambiguous": 0, "refused": 0}


def test_own_messages_under_way_are_not_recovered(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.claim(NOW, 1)
    with database.transaction() as work:
        assert work.outbox.recover(NOW + timedelta(days=1)) == ()


def test_what_a_dead_process_left_is_recovered_once(database: Database, database_url: str) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(2)])
        work.outbox.claim(NOW, 1)
    database.close()
    heir = Database.open(database_url, SECRET)
    with heir.transaction() as work:
        left = work.outbox.recover(NOW + timedelta(seconds=4))
        again = work.outbox.recover(NOW + timedelta(seconds=4))
        counts = work.outbox.counts()
        work.outbox.retry(1, NOW, "")
        order = [item.seq for item in work.outbox.claim(NOW, 5)]
    heir.close()
    assert (left, again) == ((parcel(1, doubts=1),), ())
    assert counts == {"pending": 1, "sending": 0, "ambiguous": 1, "refused": 0}
    assert order == [1, 2]


def test_own_claims_are_told_apart_and_let_go_without_a_doubt(database: Database, database_url: str) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(chat) for chat in range(5)])
        work.outbox.claim(NOW, 4)
        work.outbox.retry(1, NOW, "429")
        work.outbox.claim(NOW, 1)
        work.outbox.sent({2: 500})
        assert work.outbox.under_way() == {(1, 2), (3, 1), (4, 1)}
        work.outbox.put_back([1, 2, 3, 5], LATER)
        assert work.outbox.under_way() == {(4, 1)}
        assert work.outbox.claim(LATER, 2) == (parcel(1, 0, attempts=3), parcel(3, 2, attempts=2))
    database.close()
    heir = Database.open(database_url, SECRET)
    with heir.transaction() as work:
        assert work.outbox.under_way() == frozenset()
        work.outbox.put_back([1, 3, 4], LATER)
        assert work.outbox.counts()["sending"] == 3
    heir.close()


def test_sent_messages_are_purged_in_portions(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(chat) for chat in range(5)])
        work.outbox.claim(NOW, 5)
        work.outbox.sent({1: 0, 2: 0, 3: 0, 4: 0})
        assert [work.outbox.purge(NOW, 3), work.outbox.purge(LATER, 3), work.outbox.purge(LATER, 3)] == [0, 3, 1]
        assert work.outbox.counts()["sending"] == 1


def test_what_a_chat_refused_is_taken_once_and_can_be_sent_again(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1, "ett", key="k"), outgoing(1, "två"), outgoing(2, "annan")])
        for parcel in work.outbox.claim(NOW, 5):
            work.outbox.refuse(parcel.seq, "blocked")
    with database.transaction() as work:
        assert work.outbox.take_refused(1, ["A"]) == ()
        [refused] = work.outbox.take_refused(1)
        assert (refused.payload["text"], refused.key, refused.error) == ("ett", "k", "blocked")
        assert work.outbox.take_refused(1) == ()
        assert work.outbox.add([outgoing(1, "ett", key="k")]) == 1
        assert (work.outbox.counts()["refused"], work.outbox.counts()["pending"]) == (1, 2)


def test_what_did_not_arrive_of_a_municipality_is_shown_but_for_its_desk_and_taken_once(database: Database) -> None:
    mine, others = a_case("K7WM4"), a_case("P3QX9").but(municipality="vaxjo")
    about = {"about": mine.reference}
    with database.transaction() as work:
        work.cases.save(mine, 0)
        work.cases.save(others, 0)
        listed = [outgoing(1, "ett", key="k", **about), outgoing(2, "två", **about), outgoing(-5, "tre", **about)]
        work.outbox.add([*listed, outgoing(3, "fyra", about=others.reference), outgoing(4, "fem", **about)])
        for parcel in work.outbox.claim(NOW, 4):
            refused = parcel.chat in {1, 3, -5}
            (work.outbox.refuse if refused else work.outbox.ambiguous)(parcel.seq, "why")
    with database.transaction() as work:
        first, second = work.outbox.unsettled(mine.municipality, -5, 9)
        assert [(item.parcel.chat, item.doubtful, item.tried_at) for item in (first, second)] == [
            (1, False, NOW),
            (2, True, NOW),
        ]
        assert work.outbox.unsettled(mine.municipality, -5, 1) == (first,)
        taken = work.outbox.take_unsettled(first.parcel.seq)
        assert taken == first.parcel
        assert work.outbox.take_unsettled(first.parcel.seq) is None
        assert work.outbox.take_unsettled(5) is None
        assert work.outbox.add([outgoing(1, "ett", key="k", **about)]) == 1
        assert work.outbox.unsettled(mine.municipality, -5, 9) == (second,)
