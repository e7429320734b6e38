"""What was pressed or answered is found where it is remembered, or under the copy that is, or in the outbox."""

from bot.turns.loaded import Wanted, load
from dialogs.conversation.replies import Addressee
from dialogs.conversation.session import Post
from storage.database import Database
from storage.queue_items import Notes
from storage.repositories.outgoing.posts import MessageId
from tests.storage.building import NOW, OFFERS, outgoing

DESK = -100
NORA = Addressee(201, "Nora")
DRAFT = {"about": "K7WM4", "offers": OFFERS, "whom": NORA, "notes": Notes(says="words")}
POST = Post("K7WM4", OFFERS, NORA, "words")


def found(database: Database, **posts: str) -> dict[MessageId, Post]:
    """What is known of messages by their fingerprints; the names are `m` and the number."""
    with database.transaction() as work:
        return load(work, Wanted((), {(DESK, int(name[1:])): says for name, says in posts.items()})).posts


def test_the_copy_that_is_not_remembered_is_known_by_its_words(database: Database) -> None:
    with database.transaction() as work:
        work.posts.keep([((DESK, 7), POST, False)])
    assert found(database, m5="words", m6="other", m7="whatever", m8="words") == {(DESK, 5): POST, (DESK, 7): POST}
    assert found(database, m5="") == {}


def test_until_the_next_copy_is_noted_the_outbox_knows_what_may_stand_there(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(DESK, **DRAFT)])
    assert found(database, m5="words") == {}  # it has never left

    with database.transaction() as work:
        (parcel,) = work.outbox.claim(NOW, 1)
    assert found(database, m5="words", m6="other") == {(DESK, 5): POST}

    with database.transaction() as work:
        work.outbox.ambiguous(parcel.seq, "no answer")
    assert found(database, m5="words") == {(DESK, 5): POST}  # for good: nobody can tell, and it is not sent again

    with database.transaction() as work:
        work.outbox.retry(parcel.seq, NOW, "no answer")
    assert found(database, m5="words") == {(DESK, 5): POST}

    with database.transaction() as work:
        work.outbox.sent({parcel.seq: 6})
    assert found(database, m5="words", m7="words") == {(DESK, 5): POST}
