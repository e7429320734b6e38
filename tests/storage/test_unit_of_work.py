"""A chat that shuts Lots out: since when is kept, its reminders go, and the cases of a person are told of it once."""

from datetime import timedelta

from dialogs.conversation.session import Session
from dialogs.records.shut_out import SHUT_OUT, noticed
from storage.database import Database
from tests.storage.building import NOW, a_reminder

LATER = NOW + timedelta(hours=1)
ANNA, DESK, NOBODY = 1, -5, 9


def waiting(database: Database) -> list[str]:
    with database.transaction() as work:
        return [item.kind for item in work.reminders.due(LATER, 9)]


def test_a_person_is_away_since_the_first_time_and_their_cases_hear_of_it_once(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([Session(ANNA, ANNA)])
        work.reminders.add([a_reminder("k", chat=ANNA)])
    for instant in (NOW, LATER):
        with database.transaction() as work:
            work.shut_out(ANNA, instant)
    with database.transaction() as work:
        assert work.sessions.load([(ANNA, ANNA)]) == {(ANNA, ANNA): Session(ANNA, ANNA, away=True, away_since=NOW)}
        work.reminders.fired([noticed(ANNA, NOW, NOW).key], LATER)
        work.shut_out(ANNA, LATER)
    assert waiting(database) == []


def test_a_group_gets_a_session_for_that_and_somebody_unknown_none(database: Database) -> None:
    with database.transaction() as work:
        work.shut_out(DESK, NOW)
        work.shut_out(NOBODY, NOW)
        known = work.sessions.load([(DESK, DESK), (NOBODY, NOBODY)])
    assert known == {(DESK, DESK): Session(DESK, DESK, away=True, away_since=NOW)}
    assert SHUT_OUT not in waiting(database)
