"""A silence that Telegram did not bridge is followed up once, whoever finds it and however often it is interrupted."""

from datetime import timedelta

import pytest

from bot.turns.plans import after_silence
from bot.turns.plans.after_silence import AfterSilence
from dialogs.conversation.session import Session
from dialogs.deadlines import silence
from dialogs.records.proposal import Proposal
from storage.database import Database
from tests.stages.outage import a_town, here
from tests.storage.building import a_case

VASA = a_town("vasa", "2026-10-28T15:45")
HEARD = here(VASA, "2026-10-12T10:00")
BACK = HEARD + timedelta(hours=49)
DESK = -1001000000001
SESSIONS = [
    Session(101, 101, municipality="vasa", place=silence.QUESTION, proposal="p1"),
    Session(102, 102, municipality="vasa", place="start", proposal="p2"),
    Session(103, 103, municipality="vasa", place="start"),
    Session(105, 105, municipality="vasa", place=silence.QUESTION, proposal="agreement:Q2RST"),
    Session(104, 104, municipality="vasa", place=silence.QUESTION, proposal="p4", away=True),
]


def lived(database: Database) -> None:
    """Somebody answers a draft, others have one, have a case, have blocked Lots, or fill in an agreement."""
    drafts = [Proposal(f"p{chat - 100}", chat, "vasa", "spring", "sv") for chat in (101, 102, 104)]
    drafts.append(Proposal("p5", 105, "vasa", "spring", "sv", case="Q2RST"))
    with database.transaction() as work:
        work.proposals.save(drafts)
        work.sessions.save(SESSIONS)
        work.cases.save(a_case("K7WM4", 103, version=1), 0)
        work.inbox.note_heard(HEARD)


def back(database: Database, watch: AfterSilence, most: int = 100, hours: int = 49) -> int:
    """Let Lots be reached again; return how many rows were told, over at most so many transactions."""
    told = 0
    for _ in range(most):
        with database.transaction() as work:
            step = watch.some(work, HEARD + timedelta(hours=hours), BACK)
        told += step.told
        if not step.more:
            break
    return told


def rows(database: Database) -> list[int]:
    with database.transaction() as work:
        return sorted(item.chat for item in work.reminders.due(BACK + timedelta(days=9), 100))


def test_who_was_in_the_middle_of_something_has_a_row_and_the_moment_is_noted_behind_it(database: Database) -> None:
    lived(database)
    assert back(database, AfterSilence({"vasa": VASA})) == 3
    assert rows(database) == [101, 103, 105]
    assert back(database, AfterSilence({"vasa": VASA})) == 0


def test_each_desk_has_a_row_of_its_own_however_many_portions_there_are(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(after_silence, "PORTION", 1)
    lived(database)
    assert back(database, AfterSilence({"vasa": VASA}, {"vasa": DESK})) == 3
    assert rows(database) == [DESK, 101, 103, 105]
    with database.transaction() as work:
        [row] = [item for item in work.reminders.due(BACK + timedelta(days=9), 100) if item.chat == DESK]
    assert (row.kind, row.subject) == (silence.OF_A_DESK, "silence:vasa")


def test_a_day_is_bridged_by_telegram_and_a_first_start_has_no_silence(database: Database) -> None:
    assert back(database, AfterSilence({"vasa": VASA})) == 0
    lived(database)
    assert back(database, AfterSilence({"vasa": VASA}), hours=24) == 0
    assert rows(database) == []


def test_an_interrupted_process_and_a_second_one_tell_nobody_twice(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(after_silence, "PORTION", 1)
    lived(database)
    back(database, AfterSilence({"vasa": VASA}), most=1)
    one, other = AfterSilence({"vasa": VASA}), AfterSilence({"vasa": VASA})
    for _ in range(5):
        back(database, one, most=1)
        back(database, other, most=1, hours=50)
    with database.transaction() as work:
        work.reminders.fired([item.key for item in work.reminders.due(BACK, 100)], BACK, "say")
    assert rows(database) == []
    back(database, AfterSilence({"vasa": VASA}))
    assert rows(database) == []
