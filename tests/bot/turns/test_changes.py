"""What a batch will write: the latest of each, a case's first version, and everything seen by what follows."""

from bot.turns.changes import Changes
from dialogs.conversation.session import Session
from storage.database import Database
from tests.storage.building import NOW, a_case, a_correction, a_proposal, a_reminder, a_session, outgoing, said

CASE = a_case(version=1)
HELLO, AGAIN = said("hej"), said("hej igen")


def test_a_person_or_a_group_that_shut_lots_out_is_away() -> None:
    changes = Changes(NOW)
    changes.loaded.sessions = {(1, 1): a_session()}
    changes.leave(1)
    changes.leave(-5)
    gone = {"away": True, "away_since": NOW}
    assert changes.sessions == {(1, 1): a_session().but(**gone), (-5, -5): Session(-5, -5, **gone)}


def test_of_two_changes_of_a_case_the_last_is_written_over_the_version_of_the_first() -> None:
    changes = Changes(NOW)
    changes.keep_case(CASE.but(version=2), 1)
    changes.keep_case(CASE.but(version=3), 2)
    assert changes.cases == {CASE.reference: (CASE.but(version=3), 1)}


def test_what_was_said_is_seen_with_the_case_and_once() -> None:
    changes = Changes(NOW)
    changes.loaded.cases = {CASE.reference: CASE.but(messages=(HELLO,))}
    changes.add_message(CASE.reference, AGAIN)
    changes.add_message(CASE.reference, AGAIN)
    changes.keep_case(CASE.but(version=2), 1)
    seen = CASE.but(version=2, messages=(HELLO, AGAIN))
    assert changes.loaded.cases == {CASE.reference: seen}
    assert changes.loaded.own_cases == {CASE.chat: {CASE.reference: seen}}


def test_a_flush_writes_everything_and_starts_afresh(database: Database) -> None:
    changes = Changes(NOW)
    changes.keep_session(Session(1, 1, "sv"))
    changes.keep_proposal(a_proposal())
    changes.keep_case(CASE, 0)
    changes.add_message(CASE.reference, HELLO)
    changes.plans["p1"] = (a_reminder(),)
    changes.outgoing.append(outgoing())
    with database.transaction() as work:
        changes.flush(work)
        changes.flush(work)
    with database.transaction() as work:
        assert work.sessions.load([(1, 1)]) == {(1, 1): Session(1, 1, "sv")}
        assert work.proposals.of([1]) == {1: (a_proposal(),)}
        assert work.cases.by_reference([CASE.reference]) == {CASE.reference: CASE.but(messages=(HELLO,))}
        assert (work.reminders.next_due(), work.outbox.counts()["pending"]) == (NOW, 1)


def test_what_was_corrected_is_kept_and_what_is_forgotten_goes(database: Database) -> None:
    with database.transaction() as work:
        work.corrections.save([a_correction("old"), a_correction("mine"), a_correction("hers", chat=2)])
    changes = Changes(NOW)
    for name in ("a", "b", "mine"):
        changes.keep_correction(a_correction(name, topics=()))
    changes.forget_corrections(1, "old")
    changes.forget_corrections(1, "a")
    with database.transaction() as work:
        changes.flush(work)
        changes.flush(work)
        kept = [a_correction("b", topics=()), a_correction("hers", chat=2), a_correction("mine", topics=())]
        assert work.corrections.listed() == tuple(kept)
    changes.keep_correction(a_correction("c"))
    changes.forget_corrections(1)
    changes.keep_correction(a_correction("d"))
    with database.transaction() as work:
        changes.flush(work)
        assert work.corrections.listed() == (a_correction("d"), a_correction("hers", chat=2))


def test_a_reminder_that_is_put_off_has_not_fired(database: Database) -> None:
    later = a_reminder(due=NOW.replace(hour=20))
    changes = Changes(NOW, fired=[a_reminder(), a_reminder("p1:draft-3h")])
    changes.postpone([later])
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder(), a_reminder("p1:draft-3h")])
        changes.write(work)
        assert work.reminders.due(later.due, 10) == (later,)
