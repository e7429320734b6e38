"""What may leave with the commit that writes it, and what queues."""

from storage.database import Database
from tests.storage.building import NOW, outgoing
from tests.storage.repositories.outgoing.test_outbox import claimed, parcel


def test_what_opens_its_chat_is_handed_over_at_once(database: Database) -> None:
    with database.transaction() as work:
        assert work.outbox.add_and_claim([outgoing(1), outgoing(2), outgoing(1)], NOW, 10) == (parcel(1), parcel(2, 2))
    assert claimed(database) == []
    with database.transaction() as work:
        work.outbox.sent({1: 500, 2: 501})
    assert claimed(database) == [3]


def test_what_finds_others_waiting_or_needs_the_outbox_queues(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(2)])
        work.outbox.refuse(2, "gone")
        queuing = [outgoing(1), outgoing(3, key="k"), outgoing(4, about="VA-7K3M"), outgoing(5, bulk=True)]
        assert work.outbox.add_and_claim([*queuing, outgoing(2)], NOW, 10) == (parcel(7, 2),)
    assert claimed(database) == [1, 4, 5, 6]


def test_no_more_is_handed_over_than_there_is_room_for(database: Database) -> None:
    with database.transaction() as work:
        assert work.outbox.add_and_claim([outgoing(chat) for chat in (1, 2, 3)], NOW, 2) == (parcel(1), parcel(2, 2))
        assert work.outbox.add_and_claim([outgoing(4)], NOW, 0) == ()
        assert work.outbox.add_and_claim([], NOW, 10) == ()
    assert claimed(database) == [3, 4]


def test_a_key_that_is_taken_is_not_written_again_by_handing_over(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add_and_claim([outgoing(1, key="k"), outgoing(2, key="k"), outgoing(3)], NOW, 10)
        assert work.outbox.counts() == {"pending": 1, "sending": 1, "ambiguous": 0, "refused": 0}
