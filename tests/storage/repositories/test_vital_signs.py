"""How long the oldest waits, what went wrong lately, and whether anything can be written."""

from datetime import timedelta

from storage.database import Database
from storage.repositories.vital_signs import VitalSigns
from tests.storage.building import NOW, outgoing, received

HOUR = timedelta(hours=1)


def test_an_empty_database_has_nothing_to_tell(database: Database) -> None:
    with database.transaction() as work:
        assert work.vital_signs(NOW) == VitalSigns(None, None, 0, 0, 0)


def test_the_oldest_and_the_failures_of_the_last_hour_are_told(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(number, chat=number, at=NOW + number * HOUR) for number in (1, 2)])
        work.outbox.add([outgoing(chat, bulk=chat == 1) for chat in range(1, 8)])
        long_ago = [parcel.seq for parcel in work.outbox.claim(NOW - 2 * HOUR, 2)]
        lately = [parcel.seq for parcel in work.outbox.claim(NOW, 3)]
        for seq in (*long_ago, *lately[1:]):
            work.outbox.refuse(seq, "blocked")
        work.outbox.ambiguous(lately[0])
    with database.transaction() as work:
        assert work.vital_signs(NOW - HOUR) == VitalSigns(NOW + HOUR, 7, 7, refused=2, ambiguous=1)


def test_later_turns_of_a_group_count_as_unsent_and_reminders_as_failed(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1, bulk=True), *(outgoing(-1, about="A") for _ in range(3))])
        for _ in range(2):
            for parcel in work.outbox.claim(NOW, 2):
                work.outbox.refuse(parcel.seq, "kicked")
        assert work.vital_signs(NOW - HOUR) == VitalSigns(None, 4, 4, refused=3, ambiguous=0)


def test_a_proof_is_written_as_often_as_one_likes(database: Database) -> None:
    for moment in (NOW, NOW + HOUR):
        with database.transaction() as work:
            work.write_proof(moment)
