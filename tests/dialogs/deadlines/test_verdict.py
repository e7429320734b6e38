"""When people may be reminded, by the clock of their municipality, and for which reasons a reminder is dropped."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from dialogs.deadlines.verdict import Verdict, next_morning
from knowledge.municipality.pack import Pack, Status
from tests.stages.outage import Outage, a_town, an_outage, here, utc
from tests.stages.standing import world

Verdicts = dict[str, Verdict]
ALL: set[str] = set()
VASA = a_town("vasa", "2026-10-28T15:45", "2026-11-03T16:30")


@pytest.mark.parametrize(
    ("town", "now", "morning"),
    [
        ("vasa", "2026-06-01T17:00", "2026-06-02T05:00"),
        ("vaxjo", "2026-06-01T17:00", "2026-06-02T06:00"),
        # The clocks go back on Sunday 25 October 2026, and forward on Easter Sunday, 28 March 2027.
        ("vasa", "2026-10-23T17:00", "2026-10-26T06:00"),
        ("vaxjo", "2026-10-25T01:30", "2026-10-26T07:00"),
        ("vasa", "2027-03-25T06:00", "2027-03-30T05:00"),
        # At eight sharp the next morning is the next working day's.
        ("vasa", "2026-12-31T06:00", "2027-01-04T06:00"),
        ("vasa", "2026-12-31T05:59", "2026-12-31T06:00"),
        # Independence Day is a Sunday in 2026; Epiphany is a Wednesday in 2027.
        ("vasa", "2027-01-05T18:00", "2027-01-07T06:00"),
    ],
)
def test_the_next_morning_is_eight_on_a_working_day_by_the_clock_on_the_wall(town: str, now: str, morning: str) -> None:
    assert next_morning(utc(now), world().packs[town]) == utc(morning)


@pytest.mark.parametrize(
    ("town", "now", "verdict"),
    [
        # Due at 09.00 on the Friday before the clocks go back, met around eight and twenty on the days after.
        ("vasa", "2026-10-23T16:59", Verdict.SAY),
        ("vasa", "2026-10-23T17:00", Verdict.WAIT),
        ("vasa", "2026-10-24T09:00", Verdict.WAIT),
        ("vasa", "2026-10-26T05:59", Verdict.WAIT),
        ("vasa", "2026-10-26T06:00", Verdict.SAY),
        ("vaxjo", "2026-10-23T17:59", Verdict.SAY),
        ("vaxjo", "2026-10-23T18:00", Verdict.WAIT),
        ("vaxjo", "2026-10-26T06:59", Verdict.WAIT),
        ("vaxjo", "2026-10-26T07:00", Verdict.SAY),
    ],
)
def test_people_are_reminded_between_eight_and_twenty_of_their_own_working_days(
    town: str, now: str, verdict: Verdict
) -> None:
    pack = a_town(town, "2026-10-30T15:45")
    assert of_a_draft(pack, utc(now)) == {"draft-5wd": verdict}


@pytest.mark.parametrize(
    ("deadline", "now", "verdicts"),
    [
        # From Friday 09.00 over the weekend with an hour more: two working days are over on Tuesday at 09.00.
        ("2026-10-27T15:45", "2026-10-27T09:00", {"draft-2wd": Verdict.OVERTAKEN, "draft-day": Verdict.SAY}),
        ("2026-10-27T15:45", "2026-10-27T09:01", {"draft-2wd": Verdict.FAR_TOO_LATE, "draft-day": Verdict.SAY}),
        # From Thursday over Easter with an hour less: on Wednesday.
        ("2027-04-05T15:45", "2027-03-31T09:00", {"draft-5wd": Verdict.SAY}),
        ("2027-04-05T15:45", "2027-03-31T09:01", {"draft-5wd": Verdict.FAR_TOO_LATE}),
    ],
)
def test_two_working_days_are_two_though_holidays_and_the_clocks_change(
    deadline: str, now: str, verdicts: Verdicts
) -> None:
    pack = a_town("vasa", deadline)
    assert of_a_draft(pack, here(pack, now), set(verdicts)) == verdicts


@pytest.mark.parametrize(
    ("town", "now", "verdicts"),
    [
        (None, "2026-10-21T09:00", {"draft-5wd": Verdict.GONE}),
        (replace(VASA, rounds=()), "2026-10-21T09:00", {"draft-5wd": Verdict.GONE}),
        (a_town("vasa", "2026-10-29T15:45"), "2026-10-21T09:00", {"draft-5wd": Verdict.MOVED}),
        (a_town("vasa", "2026-10-28T15:45", status=Status.CLOSED), "2026-10-21T09:00", {"draft-5wd": Verdict.CLOSED}),
        (VASA, "2026-10-23T09:01", {"draft-5wd": Verdict.FAR_TOO_LATE}),
        (VASA, "2026-10-28T13:00", {"draft-day": Verdict.OVERTAKEN, "draft-3h": Verdict.SAY}),
        (VASA, "2026-10-28T16:00", {"draft-day": Verdict.OVERTAKEN, "draft-3h": Verdict.SAY}),
        (VASA, "2026-10-28T20:00", {"draft-day": Verdict.PASSED, "draft-3h": Verdict.PASSED}),
    ],
)
def test_a_draft_whose_world_has_changed(town: Pack | None, now: str, verdicts: Verdicts) -> None:
    met = of_a_draft(VASA, here(VASA, now), set(verdicts), then=town)
    assert met == verdicts


@pytest.mark.parametrize(
    ("changes", "kind", "now", "verdict"),
    [
        ({}, "receipt-1wd", "2026-10-29T09:00", Verdict.SAY),
        ({"receipt_at": utc("2026-10-28T15:00")}, "receipt-1wd", "2026-10-29T09:00", Verdict.DONE),
        ({"sent_at": None}, "receipt-1wd", "2026-10-29T09:00", Verdict.SAY),
        ({"sent_at": None, "unsent_at": utc("2026-10-28T14:00")}, "receipt-1wd", "2026-10-29T09:00", Verdict.DONE),
        ({"sent_at": None, "unsent_at": utc("2026-10-27T14:00")}, "receipt-1wd", "2026-10-29T09:00", Verdict.SAY),
        ({"sent_at": None}, "pitch-day", "2026-11-03T09:00", Verdict.DONE),
        ({}, "pitch-day", "2026-11-03T16:30", Verdict.SAY),
        ({}, "pitch-day", "2026-11-03T16:31", Verdict.OVER),
        ({}, "decision-10wd", "2026-11-17T09:00", Verdict.SAY),
        ({}, "decision-10wd", "2026-11-17T20:00", Verdict.WAIT),
    ],
)
def test_a_proposal_that_was_sent(changes: dict[str, Any], kind: str, now: str, verdict: Verdict) -> None:
    stage = an_outage("2026-10-16T12:00", VASA)
    stage.draft("p1", "vasa", sent_at=stage.now)
    stage.proposals["p1"] = stage.proposals["p1"].but(**changes)
    assert met(stage, here(VASA, now), {kind}) == {kind: verdict}


def of_a_draft(town: Pack, now: datetime, kinds: set[str] = ALL, *, then: Pack | None = VASA) -> Verdicts:
    """What becomes of a draft's reminders, of these kinds, when the bot wakes in a world that `then` has changed."""
    stage = an_outage("2026-10-16T12:00", town)
    stage.draft("p1", town.id)
    if then is not VASA:
        stage.world = replace(stage.world, packs={town.id: then} if then else {})
    return met(stage, now, kinds)


def met(stage: Outage, now: datetime, kinds: set[str]) -> Verdicts:
    """The verdicts by kind when only these kinds wait, or all of them."""
    stage.reminders = {key: item for key, item in stage.reminders.items() if not kinds or item.kind in kinds}
    return {reminder.kind: verdict for reminder, verdict in stage.wake(now).verdicts.items()}
