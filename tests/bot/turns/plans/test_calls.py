"""A changed call in its transaction: who is told, whose reminders move, and that a lost race leaves nothing behind."""

from datetime import datetime

import pytest

from bot.turns.plans.calls import concerned, follow
from dialogs.conversation.session import Session
from dialogs.deadlines.ladder import plan
from dialogs.records.proposal import Proposal
from dialogs.records.staff.call import Call
from storage.database import Database
from storage.errors import LostRace
from tests.stages.called import BEGUN, VASA
from tests.stages.outage import here
from tests.storage.building import a_case

NOW = here(VASA, "2026-10-20T12:00")
CALL = Call("vasa", "spring", deadline="2026-10-30T15:45", version=1)


@pytest.fixture
def peopled(database: Database) -> Database:
    """Two drafts for the round, one of somebody who blocked Lots, one for another round, one muted, and two cases."""
    with database.transaction() as work:
        rounds = {1: "spring", 2: "spring", 3: "spring", 4: "other", 5: "spring"}
        drafts = [Proposal(f"p{chat}", chat, "vasa", name, "sv", created_at=BEGUN) for chat, name in rounds.items()]
        work.proposals.save(drafts)
        work.reminders.plan_all({item.id: plan(VASA, item, BEGUN) for item in drafts})
        work.sessions.save([Session(1, 1), Session(2, 2), Session(3, 3), Session(5, 5, muted=("news",))])
        work.shut_out(3, NOW)
        work.cases.save(a_case("K7WM4", 1, version=1, round="spring", opened_at=BEGUN), 0)
        work.cases.save(a_case("P3QX9", 6, version=1, round="spring", opened_at=BEGUN), 0)
    return database


def walls(database: Database, chat: int) -> dict[str, str]:
    with database.transaction() as work:
        return {item["kind"]: item["wall"] for item in work.reminders.everything(chat) if not item["fired_at"]}


def test_everybody_with_a_draft_or_an_open_case_of_the_round_is_told_who_can_be_and_wants_it(
    peopled: Database,
) -> None:
    with peopled.transaction() as work:
        assert concerned(work, "vasa", "spring") == (1, 2, 6)
        assert concerned(work, "vasa", "other") == (4,)


def test_the_reminders_of_the_round_move_in_the_same_transaction_and_the_news_are_planted_once(
    peopled: Database,
) -> None:
    for _ in range(2):
        with peopled.transaction() as work:
            follow(work, {"vasa": VASA}, (), [CALL], NOW, {"vasa": -1})
    assert walls(peopled, 1) == {
        "draft-5wd": "2026-10-23T09:00",
        "draft-2wd": "2026-10-28T09:00",
        "draft-day": "2026-10-30T09:00",
        "draft-3h": "2026-10-30T12:45",
        "receipt-1wd": "2026-11-02T09:00",
        "call-news": "",
    }
    assert walls(peopled, 5)["draft-day"] == "2026-10-30T09:00"
    assert "call-news" not in walls(peopled, 5)
    assert walls(peopled, 3) == {"shut-out": ""}
    assert walls(peopled, 6) == {"call-news": ""}


def test_a_change_that_lost_its_race_moves_nothing(peopled: Database) -> None:
    def changed(was: int, now: datetime) -> None:
        with peopled.transaction() as work:
            follow(work, {"vasa": VASA}, (), [CALL], now, {})
            work.calls.save(CALL, was)

    with pytest.raises(LostRace):
        changed(7, NOW)
    assert "call-news" not in walls(peopled, 1)
    assert walls(peopled, 1)["draft-day"] == "2026-10-28T09:00"


def test_what_is_not_told_changes_plans_alone(peopled: Database) -> None:
    with peopled.transaction() as work:
        follow(work, {"vasa": VASA}, (), [CALL.but(deadline="", late="firm")], NOW, {})
    assert "call-news" not in walls(peopled, 1)
