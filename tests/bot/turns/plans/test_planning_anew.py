"""Plans follow the pack and the zone data of today, whoever made them and when; what was said stays said."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.turns.plans.planning_anew import PlanningAnew, clocks_of, rests_on
from dialogs.conversation.session import Session
from dialogs.deadlines.ladder import plan
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import coming_at
from knowledge.municipality.pack import Pack
from knowledge.reminders.plan import changed, merged
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.stages.outage import a_town, here

BEFORE = a_town("vasa", "2026-10-28T15:45", "2026-11-03T16:30")
LATER = a_town("vasa", "2026-11-04T12:00", "2026-11-10T16:30")
NOW = here(BEFORE, "2026-10-01T12:00")


def started(database: Database, pack: Pack) -> int:
    """Let a process begin; return how many portions it reckoned."""
    planning, portions = PlanningAnew({pack.id: pack}), 0
    with database.transaction() as work:
        while planning.some(work, NOW):
            portions += 1
    return portions


def begun(database: Database, name: str, chat: int) -> None:
    proposal = Proposal(name, chat, "vasa", "spring", "sv", created_at=NOW)
    with database.transaction() as work:
        work.proposals.save([proposal])
        work.reminders.plan(name, plan(BEFORE, proposal, NOW))


def walls(database: Database, chat: int) -> dict[str, str]:
    with database.transaction() as work:
        return {item["kind"]: item["wall"] for item in work.reminders.everything(chat) if not item["fired_at"]}


def fire(work: UnitOfWork, kind: str) -> None:
    due = work.reminders.due(NOW + timedelta(days=60), 100)
    work.reminders.fired([item.key for item in due if item.kind == kind], NOW, "say")


def test_a_date_that_a_pack_moved_moves_every_plan_once_and_who_blocked_lots_stays_left_alone(
    database: Database,
) -> None:
    assert started(database, BEFORE) == 2
    begun(database, "p1", 101)
    begun(database, "p2", 102)
    with database.transaction() as work:
        work.sessions.save([Session(102, 102)])
        work.shut_out(102, NOW)
    assert started(database, BEFORE) == 0
    assert walls(database, 101)["draft-day"] == "2026-10-28T09:00"
    assert started(database, LATER) == 1
    assert walls(database, 101)["draft-day"] == "2026-11-04T09:00"
    assert walls(database, 102) == {"shut-out": ""}
    assert started(database, LATER) == 0


def test_a_changed_plan_changes_what_waits_and_says_nothing_twice(database: Database) -> None:
    begun(database, "p1", 101)
    with database.transaction() as work:
        fire(work, "draft-21d")
    earlier = replace(BEFORE, reminders=merged([changed("draft-5wd", {"count": -7})], ["draft-2wd"]))
    started(database, earlier)
    waiting = walls(database, 101)
    assert (waiting["draft-5wd"], "draft-2wd" in waiting, "draft-21d" in waiting) == ("2026-10-19T09:00", False, False)


def test_what_a_plan_rests_on_is_its_dates_its_rows_and_its_clock() -> None:
    same = a_town("vasa", "2026-10-28T15:45", "2026-11-03T16:30")
    assert rests_on(BEFORE) == rests_on(same)
    fewer = replace(BEFORE, reminders=merged([], ["draft-21d"]))
    elsewhere = a_town("vaxjo", "2026-10-28T15:45", "2026-11-03T16:30")
    assert len({rests_on(pack) for pack in (BEFORE, LATER, fewer, elsewhere)}) == 4
    assert clocks_of(BEFORE.zone) == clocks_of(ZoneInfo("Europe/Helsinki")) != clocks_of(ZoneInfo("Europe/Stockholm"))


def test_when_a_zone_changes_its_clocks_what_waits_keeps_its_wall_time(database: Database) -> None:
    """As if the zone data of yesterday had known one hour less: what was reckoned then lies an hour beside its wall."""
    at = datetime.fromisoformat("2026-10-20T09:00").replace(tzinfo=BEFORE.zone)
    item = coming_at(at, "K7WM4:desk-late", -1, "desk-late", "K7WM4")
    yesterday = item.but(due=item.due + timedelta(hours=1))
    put_off = item.but(key="put-off", subject="C8RV2", due=item.due + timedelta(days=1))
    news = item.but(key="call-vasa-spring:1:101", subject="call-vasa-spring", wall="", due=item.due + timedelta(days=2))
    with database.transaction() as work:
        work.reminders.plan_all({"K7WM4": [yesterday], "C8RV2": [put_off], "call-vasa-spring": [news]})
    started(database, BEFORE)
    with database.transaction() as work:
        assert work.reminders.due(NOW + timedelta(days=60), 10) == (item, put_off, news)
