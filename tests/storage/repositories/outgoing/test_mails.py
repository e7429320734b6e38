"""A letter is sent at most once: whatever a process leaves half done goes again only if it surely did not go."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from dialogs.records.letters.letter import Letter
from dialogs.records.letters.mailing import Fate, MailNews
from storage.database import Database
from storage.engine.tables import mails
from storage.queue_items import Mail, MailToSend
from storage.repositories.outgoing.outbox import LEASE
from tests.conftest import SECRET
from tests.storage.building import NOW, a_proposal
from tests.storage.damaging import damage

LETTER = Letter("registrator@stad.example", "Förslag", "Hej hemlighet", "Byalaget_e-post", "sv")
LATER = NOW + timedelta(minutes=5)


def a_mail(name: str = "m1", chat: int = 1, until: datetime | None = None) -> MailToSend:
    return MailToSend(name, chat, "p1", until, Mail(LETTER, a_proposal()))


def added(database: Database, *letters: MailToSend) -> None:
    with database.transaction() as work:
        work.mails.add(letters or [a_mail()], NOW)


def states(database: Database) -> dict[str, str]:
    with database._engine.connect() as connection:
        return {row.id: row.state for row in connection.execute(select(mails.c.id, mails.c.state))}


def test_letters_are_claimed_one_at_a_time_with_all_they_need(database: Database) -> None:
    added(database, a_mail("m2", until=LATER))
    added(database, a_mail("m3"))
    with database.transaction() as work:
        first, second, none = (work.mails.claim(NOW) for _ in range(3))
    assert (first, none) == (MailToSend("m2", 1, "p1", LATER, Mail(LETTER, a_proposal()), 1), None)
    assert second is not None
    assert second.id == "m3"


def test_one_that_waits_is_claimed_again_when_its_time_has_come_or_the_clock_was_put_back(database: Database) -> None:
    added(database)
    with database.transaction() as work:
        work.mails.claim(NOW)
        work.mails.later("m1", LATER)
        assert work.mails.claim(NOW) is None
        again = work.mails.claim(LATER)
        work.mails.later("m1", LATER)
        put_back = work.mails.claim(NOW - timedelta(days=1))
    assert [item.attempts for item in (again, put_back) if item] == [2, 3]


def test_what_became_of_it_is_told_once_and_what_it_carried_is_forgotten(database: Database) -> None:
    added(database)
    news = MailNews("m1", "p1", Fate.ACCEPTED, LATER)
    with database.transaction() as work:
        work.mails.claim(NOW)
        assert work.mails.begin("m1")
        work.mails.end(news)
    with database.transaction() as work:
        assert work.mails.news(9) == ((1, news),)
        work.mails.told(["m1"])
        assert work.mails.news(9) == ()
        assert work.mails.of("m1") == Mail(LETTER, None)
        assert work.mails.claim(LATER) is None


def test_a_report_changes_what_may_have_arrived_and_never_what_surely_did_not_go_or_came_back(
    database: Database,
) -> None:
    fates = {"a": Fate.ACCEPTED, "u": Fate.UNKNOWN, "r": Fate.REFUSED}
    added(database, *(a_mail(name) for name in (*fates, "w")))
    with database.transaction() as work:
        for name, fate in fates.items():
            work.mails.end(MailNews(name, "p1", fate, NOW))
        back = {name: work.mails.reported(MailNews(name, "", Fate.BOUNCED, LATER)) for name in (*fates, "w", "x")}
        assert back == {"a": True, "u": True, "r": False, "w": False, "x": False}
        assert not work.mails.reported(MailNews("a", "", Fate.DELIVERED, LATER))
    assert states(database) == {"a": "bounced", "u": "bounced", "r": "refused", "w": "waiting"}


def test_an_answer_is_told_and_leaves_the_fate(database: Database) -> None:
    added(database)
    with database.transaction() as work:
        work.mails.end(MailNews("m1", "p1", Fate.UNKNOWN, NOW))
        work.mails.reported(MailNews("m1", "", Fate.ACCEPTED, LATER, answer="Diariefört"))
        assert work.mails.news(9) == ((1, MailNews("m1", "p1", Fate.UNKNOWN, LATER, answer="Diariefört")),)


@pytest.fixture
def lives(database_url: str) -> Iterator[list[Database]]:
    opened: list[Database] = []
    yield opened
    for database in opened:
        database.close()


@pytest.mark.parametrize(("begun", "state"), [(False, "waiting"), (True, "unknown")])
def test_a_process_that_ends_leaves_a_letter_that_goes_again_or_a_doubt(
    database_url: str, lives: list[Database], begun: bool, state: str
) -> None:
    lives.append(Database.open(database_url, SECRET))
    lives[0].upgrade()
    added(lives[0])
    with lives[0].transaction() as work:
        work.mails.claim(NOW)
        assert not begun or work.mails.begin("m1")
    lives[0].close()
    lives.append(Database.open(database_url, SECRET))
    long_after = NOW + 2 * LEASE
    with lives[1].transaction() as work:
        assert work.mails.recover(long_after) == begun
        assert work.mails.recover(long_after) == 0
        told = [news for _, news in work.mails.news(9)]
    assert told == ([MailNews("m1", "p1", Fate.UNKNOWN, long_after)] if begun else [])
    assert states(lives[1]) == {"m1": state}


@pytest.mark.parametrize(("begun", "state"), [(False, "waiting"), (True, "unknown")])
def test_a_letter_that_could_not_be_dealt_with_goes_again_only_if_it_did_not_go(
    database: Database, begun: bool, state: str
) -> None:
    added(database)
    with database.transaction() as work:
        work.mails.claim(NOW)
        assert not begun or work.mails.begin("m1")
        work.mails.let_go("m1", NOW, LATER)
        assert work.mails.claim(NOW) is None
    assert states(database) == {"m1": state}


def test_an_erased_letter_is_not_sent_any_more(database: Database) -> None:
    added(database, a_mail(), a_mail("m2", chat=2))
    with database.transaction() as work:
        work.mails.claim(NOW)
        work.erase(1)
        assert not work.mails.begin("m1")
        work.mails.end(MailNews("m1", "p1", Fate.ACCEPTED, NOW))
    assert states(database) == {"m2": "waiting"}


def test_a_person_sees_their_letters_and_the_database_no_word_of_them(database: Database) -> None:
    added(database)
    with database.transaction() as work:
        [listed] = work.everything(1)["mails"]
    assert (listed["state"], listed["subject"]) == ("waiting", "Förslag")
    with database._engine.connect() as connection:
        assert b"hemlighet" not in connection.execute(select(mails.c.data)).scalar_one()


def test_a_damaged_letter_is_refused_and_holds_up_no_other(database: Database) -> None:
    added(database, a_mail("m1"), a_mail("m2"))
    damage(database, "mails", id="m1")
    with database.transaction() as work:
        claimed = [work.mails.claim(NOW) for _ in range(2)]
    assert [item.id if item else None for item in claimed] == [None, "m2"]
    assert states(database) == {"m1": "refused", "m2": "sending"}


def test_old_letters_go_and_those_that_wait_stay(database: Database) -> None:
    added(database, a_mail("m1"), a_mail("m2"))
    with database.transaction() as work:
        work.mails.end(MailNews("m1", "p1", Fate.ACCEPTED, NOW))
        assert [work.mails.purge(LATER, 9), work.mails.purge(LATER, 9)] == [1, 0]
    assert states(database) == {"m2": "waiting"}
