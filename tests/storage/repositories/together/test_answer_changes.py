"""Earlier answers come back the newest first, go with their proposal, and are nobody's once their writer is gone."""

from dialogs.records.proposal import Answer
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import GONE
from storage.database import Database
from tests.storage.building import NOW, a_proposal
from tests.storage.damaging import damage

FIRST = Change("p1", "FP03", Answer("given", "Kaffe", "Kaffe", 2, NOW), 2, NOW, 1)
THEN = Change("p1", "FP03", Answer("given", "Te", "Te"), 1, NOW)


def kept(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([a_proposal("p1")])
        work.answer_changes.add([FIRST, THEN])


def test_they_come_back_the_newest_first_and_only_so_many(database: Database) -> None:
    kept(database)
    with database.transaction() as work:
        assert work.answer_changes.of("p1", 9) == (THEN, FIRST)
        assert (work.answer_changes.of("p1", 1), work.answer_changes.of("p2", 9)) == ((THEN,), ())


def test_what_somebody_wrote_stays_without_telling_who(database: Database) -> None:
    kept(database)
    with database.transaction() as work:
        assert [one["answer"]["said"] for one in work.everything(2)["earlier_answers"]] == ["Kaffe"]
        work.erase(2)
        assert work.answer_changes.of("p1", 9) == (THEN, FIRST.but(by=GONE, answer=FIRST.answer.but(by=GONE)))
        assert work.everything(2)["earlier_answers"] == []


def test_they_go_with_their_proposal(database: Database) -> None:
    kept(database)
    with database.transaction() as work:
        work.proposals.erase(1)
        assert work.answer_changes.of("p1", 9) == ()


def test_a_damaged_one_is_left_out(database: Database) -> None:
    kept(database)
    damage(database, "answer_changes", user=2)
    with database.transaction() as work:
        assert work.answer_changes.of("p1", 9) == (THEN,)
