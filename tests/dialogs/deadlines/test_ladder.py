"""What is planned, what is said when it is due, and that nobody is woken by a bot that comes back at night."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation.effects import PlanReminders, PostponeReminders, SettleReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Session
from dialogs.deadlines.verdict import Verdict, is_stale
from dialogs.records.reminder import Reminder
from knowledge.calendar import is_working_day
from knowledge.municipality.pack import Pack
from tests.stages.outage import CHAT, Outage, Waking, a_town, an_outage, here

VASA = a_town("vasa", "2026-10-28T15:45", "2026-11-03T16:30")
BEGUN = "2026-10-01T12:00"


def a_draft(town: Pack = VASA, **more: datetime) -> Outage:
    stage = an_outage(BEGUN, town)
    stage.draft("p1", town.id, **more)
    return stage


def kinds(waking: Waking) -> dict[str, Verdict]:
    return {reminder.kind: verdict for reminder, verdict in waking.verdicts.items()}


def test_a_draft_has_its_last_day_and_a_question_after_it_and_a_sent_proposal_its_pitch() -> None:
    stage = a_draft()
    assert {item.kind: item.wall for item in stage.reminders.values()} == {
        "draft-21d": "2026-10-07T09:00",
        "draft-10wd": "2026-10-14T09:00",
        "draft-5wd": "2026-10-21T09:00",
        "draft-2wd": "2026-10-26T09:00",
        "draft-day": "2026-10-28T09:00",
        "draft-3h": "2026-10-28T12:45",
        "receipt-1wd": "2026-10-29T09:00",
    }
    stage.keep(stage.proposals["p1"].but(sent_at=stage.now))
    assert {item.kind: item.wall for item in stage.reminders.values()} == {
        "receipt-1wd": "2026-10-29T09:00",
        "pitch-5wd": "2026-10-27T09:00",
        "pitch-1wd": "2026-11-02T09:00",
        "pitch-day": "2026-11-03T09:00",
        "decision-10wd": "2026-11-17T09:00",
    }


def test_what_fell_due_in_an_outage_that_ends_at_night_comes_at_eight_as_one_message() -> None:
    stage = a_draft()
    stage.draft("p2", "vasa")
    night = stage.wake(here(VASA, "2026-10-22T03:00"))
    assert set(night.verdicts.values()) == {Verdict.FAR_TOO_LATE, Verdict.WAIT}
    assert night.replies == ()
    later = {item.due for item in stage.reminders.values() if item.kind == "draft-5wd"}
    assert later == {here(VASA, "2026-10-22T08:00")}

    assert stage.wake(here(VASA, "2026-10-22T07:59")).verdicts == {}
    morning = stage.wake(here(VASA, "2026-10-22T08:00"))
    assert kinds(morning) == {"draft-5wd": Verdict.SAY}
    (reply,) = morning.replies
    assert (len(morning.verdicts), reply.key) == (2, "reminder:p1:draft-5wd:20261028T1545")
    assert reply.about == "p1"
    assert stage.wake(here(VASA, "2026-10-22T23:59")).verdicts == {}


EASTER = a_town("vasa", "2027-03-29T15:45")
MIDSUMMER = a_town("vaxjo", "2027-06-25T12:00")


@pytest.mark.parametrize(
    ("town", "walls"),
    [
        (EASTER, ["2027-03-08T09:00", "2027-03-24T09:00", "2027-03-25T09:00", "2027-03-25T12:45", "2027-03-30T09:00"]),
        (
            MIDSUMMER,
            ["2027-06-04T09:00", "2027-06-23T09:00", "2027-06-24T09:00", "2027-06-24T09:00", "2027-06-28T09:00"],
        ),
        (
            a_town("vasa", "2026-10-28T23:59"),
            ["2026-10-07T09:00", "2026-10-26T09:00", "2026-10-28T09:00", "2026-10-28T19:00", "2026-10-29T09:00"],
        ),
        (
            a_town("vasa", "2026-10-28T10:00"),
            ["2026-10-07T09:00", "2026-10-26T09:00", "2026-10-28T09:00", "2026-10-27T19:00", "2026-10-29T09:00"],
        ),
        (
            a_town("vasa", "2026-10-28T08:30"),
            ["2026-10-07T09:00", "2026-10-26T09:00", "2026-10-27T09:00", "2026-10-27T19:00", "2026-10-29T09:00"],
        ),
    ],
    ids=["Easter Monday", "Midsummer Eve", "before midnight", "at ten", "before nine"],
)
def test_what_would_come_at_night_or_on_a_holiday_comes_earlier(town: Pack, walls: list[str]) -> None:
    stage = an_outage(BEGUN, town)
    stage.draft("p1", town.id)
    planned = {item.kind: item.wall for item in stage.reminders.values()}
    assert [planned[kind] for kind in ("draft-21d", "draft-2wd", "draft-day", "draft-3h", "receipt-1wd")] == walls


def labels(reply: Reply) -> list[str]:
    return [offer.label for offer in reply.offers]


@pytest.mark.parametrize(
    ("deadline", "now", "said"),
    [
        ("2026-10-28T23:59", "2026-10-28T20:30", True),
        ("2026-10-29T06:00", "2026-10-29T03:00", True),
        ("2026-10-29T08:00", "2026-10-29T05:00", True),
        ("2026-10-29T08:01", "2026-10-29T05:01", False),
        ("2026-10-29T09:00", "2026-10-29T06:00", False),
    ],
)
def test_a_last_call_is_made_at_night_when_the_morning_is_too_late(deadline: str, now: str, said: bool) -> None:
    stage = a_draft(a_town("vasa", deadline))
    stage.wake(here(VASA, "2026-10-28T12:00"))
    assert bool(stage.wake(here(VASA, now)).replies) is said


def test_a_change_of_the_draft_at_night_takes_nothing_from_the_morning() -> None:
    stage = a_draft()
    stage.wake(here(VASA, "2026-10-21T23:00"))
    stage.keep(stage.proposals["p1"].but(version=2))
    assert kinds(stage.wake(here(VASA, "2026-10-21T23:01"))) == {"draft-5wd": Verdict.WAIT}
    assert kinds(stage.wake(here(VASA, "2026-10-22T08:00"))) == {"draft-5wd": Verdict.SAY}
    stage.keep(stage.proposals["p1"].but(version=3))
    assert stage.wake(here(VASA, "2026-10-22T08:05")).verdicts == {}


def test_a_change_of_the_draft_after_its_deadline_does_not_silence_what_waits() -> None:
    stage = a_draft()
    stage.wake(here(VASA, "2026-10-28T23:00"))
    stage.keep(stage.proposals["p1"].but(version=2))
    assert len(stage.wake(here(VASA, "2026-10-29T09:00")).replies) == 1


def test_a_new_draft_hears_nothing_of_the_days_before_it() -> None:
    stage = an_outage("2026-10-21T12:00", VASA)
    stage.draft("p1", "vasa")
    assert {item.kind for item in stage.reminders.values()} == {"draft-2wd", "draft-day", "draft-3h", "receipt-1wd"}


def test_a_draft_that_was_begun_after_its_last_day_is_not_asked_whether_it_was_sent_before() -> None:
    stage = an_outage("2026-10-28T14:00", VASA)
    stage.draft("p1", "vasa")
    assert stage.reminders == {}


def test_catching_up_after_weeks_says_only_what_is_still_of_use() -> None:
    stage = a_draft()
    back = stage.wake(here(VASA, "2026-10-27T10:00"))
    assert kinds(back) == {
        "draft-21d": Verdict.FAR_TOO_LATE,
        "draft-10wd": Verdict.FAR_TOO_LATE,
        "draft-5wd": Verdict.FAR_TOO_LATE,
        "draft-2wd": Verdict.SAY,
    }
    assert len(back.replies) == 1
    months = a_draft().wake(here(VASA, "2027-01-11T03:00"))
    assert set(months.verdicts.values()) == {Verdict.FAR_TOO_LATE}
    assert (months.replies, [type(effect) for effect in months.effects]) == ((), [SettleReminders])


def test_outage_upon_outage_does_not_make_a_reminder_young_again() -> None:
    stage = a_draft()
    for night in ("2026-10-21T23:00", "2026-10-22T22:00"):
        assert kinds(stage.wake(here(VASA, night)))["draft-5wd"] is Verdict.WAIT
    assert kinds(stage.wake(here(VASA, "2026-10-23T22:00"))) == {"draft-5wd": Verdict.FAR_TOO_LATE}


def test_a_moved_deadline_is_planned_anew_and_said_once() -> None:
    stage = a_draft()
    stage.world = replace(stage.world, packs={"vasa": a_town("vasa", "2026-11-04T12:00")})
    back = stage.wake(here(VASA, "2026-10-21T09:00"))
    assert set(back.verdicts.values()) == {Verdict.MOVED}
    assert (back.replies, [type(effect) for effect in back.effects]) == ((), [PlanReminders, SettleReminders])
    assert {item.about for item in stage.reminders.values()} == {"2026-11-04T12:00"}
    assert kinds(stage.wake(here(VASA, "2026-10-28T09:00"))) == {
        "draft-10wd": Verdict.FAR_TOO_LATE,
        "draft-5wd": Verdict.SAY,
    }


def test_a_muted_chat_is_left_alone_until_it_asks_again() -> None:
    stage = a_draft()
    stage.sessions[CHAT, CHAT] = Session(CHAT, CHAT, muted=("all",))
    assert kinds(stage.wake(here(VASA, "2026-10-07T09:00"))) == {"draft-21d": Verdict.MUTED}
    stage.sessions[CHAT, CHAT] = Session(CHAT, CHAT)
    assert kinds(stage.wake(here(VASA, "2026-10-14T09:00"))) == {"draft-10wd": Verdict.SAY}


days = st.sampled_from([f"2026-10-{day}" for day in range(22, 30)] + [f"2027-03-{day}" for day in range(25, 32)])
moments = st.tuples(days, st.times().map(lambda at: f"{at:%H:%M}")).map("T".join)
acts = st.sampled_from(["", "", "change", "send"])
outages = st.lists(st.tuples(st.integers(1, 60 * 14) | st.integers(1, 60 * 80), acts), max_size=14)
ahead = st.sampled_from([22, 15, 8, 3, 2, 1]).flatmap(lambda day: st.integers((day - 1) * 24 * 60, day * 24 * 60))


@settings(max_examples=150, deadline=None)
@given(deadline=moments, spoken=st.integers(0, 20 * 24 * 60), ahead=ahead, outages=outages)
def test_whatever_the_outage_nobody_is_woken_and_nothing_is_lost_or_said_twice(
    deadline: str, spoken: int, ahead: int, outages: list[tuple[int, str]]
) -> None:
    pitch = (datetime.fromisoformat(deadline) + timedelta(minutes=spoken)).isoformat() if spoken else ""
    towns = [a_town(name, deadline, pitch) for name in ("vasa", "vaxjo")]
    stage = an_outage(BEGUN, *towns)
    stage.now = here(towns[0], deadline) - timedelta(days=32)
    for town in towns:
        stage.draft(town.id, town.id)
    stage.now = here(towns[0], deadline) - timedelta(minutes=ahead)
    assert _live_through(stage, outages) == []
    _hold_to_the_law(stage)


def _live_through(stage: Outage, outages: list[tuple[int, str]]) -> list[Reminder]:
    """Be down again and again, at last be up until nothing waits. Return what a new plan lost on the way."""
    lost: list[Reminder] = []
    for minutes, act in outages:
        stage.now += timedelta(minutes=minutes)
        lost += _act(stage, act)
        stage.wake(stage.now)
    while (upcoming := stage.next_reminder()) is not None:
        stage.wake(upcoming)
    return lost


def _act(stage: Outage, act: str) -> list[Reminder]:
    """Change or send every draft before the bot has looked at what is due; return what should still wait after that."""
    before = dict(stage.reminders)
    for proposal in stage.proposals.values():
        sent = stage.now if act == "send" and not proposal.sent_at else proposal.sent_at
        if act:
            stage.keep(proposal.but(sent_at=sent, version=proposal.version + 1))
    gone = [item for key, item in before.items() if key not in stage.reminders and not _sent(stage, item)]
    return [item for item in gone if not _is_stale(stage, item)]


def _is_stale(stage: Outage, item: Reminder) -> bool:
    return is_stale(datetime.fromisoformat(item.wall), stage.now, _town(stage, item))


def _hold_to_the_law(stage: Outage) -> None:
    ends: Counter[str] = Counter()
    for waking in stage.wakings:
        said = [item for item, verdict in waking.verdicts.items() if verdict is Verdict.SAY]
        put_off = [
            item for effect in waking.effects if isinstance(effect, PostponeReminders) for item in effect.reminders
        ]
        waits = [item.key for item, verdict in waking.verdicts.items() if verdict is Verdict.WAIT]
        assert len(waking.replies) == bool(said)
        assert [item.key for item in put_off] == waits
        assert all(_at_eight(_town(stage, item), waking.now, item.due) for item in put_off)
        assert [item for item in said if not _may_be_said(_town(stage, item), waking.now, item)] == []
        ends.update({item.key: 1 for item, verdict in waking.verdicts.items() if verdict is not Verdict.WAIT})
    assert {key: count for key, count in ends.items() if count != 1} == {}
    assert set(ends) == set(stage.fired)


def _may_be_said(town: Pack, now: datetime, reminder: Reminder) -> bool:
    """Between eight and twenty on a working day, or when what it counts down to comes before the next such morning."""
    clock = now.astimezone(town.zone)
    if is_working_day(clock.date(), town.country) and time(8) <= clock.time() < time(20):
        return True
    return now <= here(town, reminder.about) <= _next_eight(town, now)


def _next_eight(town: Pack, now: datetime) -> datetime:
    """The first eight in the morning of a working day."""
    days = (now.astimezone(town.zone).date() + timedelta(days=number) for number in range(10))
    mornings = [datetime.combine(day, time(8), town.zone) for day in days if is_working_day(day, town.country)]
    return next(morning for morning in mornings if morning > now)


def _at_eight(town: Pack, now: datetime, due: datetime) -> bool:
    return due == _next_eight(town, now)


def _town(stage: Outage, reminder: Reminder) -> Pack:
    return stage.world.packs[reminder.subject]


def _sent(stage: Outage, reminder: Reminder) -> bool:
    return reminder.kind.startswith(("draft-", "receipt-")) and stage.proposals[reminder.subject].sent_at is not None
