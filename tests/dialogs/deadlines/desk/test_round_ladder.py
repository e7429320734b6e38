"""What navigators are reminded of in the course of a round, while a person has set it open, and of their pack."""

from dataclasses import replace

from dialogs.deadlines.desk.round_ladder import is_of_a_round, meant, planned
from knowledge.municipality.pack import Status
from tests.stages.called import VASA
from tests.stages.in_memory import STAFF
from tests.stages.outage import here

OPENING = replace(VASA, rounds=(replace(VASA.rounds[0], opens=here(VASA, "2026-09-14T08:00").astimezone(VASA.zone)),))
EARLY = here(VASA, "2026-09-01T12:00")


def test_a_desk_is_reminded_through_the_whole_round_and_a_month_before_its_pack_grows_old() -> None:
    rows = planned(OPENING, STAFF, EARLY)
    assert {item.kind: item.wall for item in rows} == {
        "desk-round-opens": "2026-09-11T09:00",
        "desk-round-drafts": "2026-10-14T09:00",
        "desk-round-closes": "2026-10-28T09:00",
        "desk-round-papers": "2026-10-29T09:00",
        "desk-round-pitch": "2026-10-27T09:00",
        "desk-round-pitch-day": "2026-11-03T09:00",
        "desk-round-decisions": "2026-11-17T09:00",
        # 22 April 2027 is a Thursday, thirty days before the pack wants to be asked again.
        "desk-pack-verify": "2027-04-22T09:00",
    }
    assert {item.chat for item in rows} == {STAFF}
    assert all(is_of_a_round(item) for item in rows)


def test_nothing_of_a_round_that_nobody_opened_and_nothing_without_a_desk() -> None:
    closed = replace(VASA, rounds=(replace(VASA.rounds[0], status=Status.UNVERIFIED),))
    assert [item.kind for item in planned(closed, STAFF, EARLY)] == ["desk-pack-verify"]
    assert planned(VASA, 0, EARLY) == ()


def test_a_reminder_whose_date_has_moved_means_nothing_any_more() -> None:
    moved = here(VASA, "2026-10-30T15:45").astimezone(VASA.zone)
    later = replace(VASA, rounds=(replace(VASA.rounds[0], deadline=moved),))
    closes = next(item for item in planned(VASA, STAFF, EARLY) if item.kind == "desk-round-closes")
    found = meant(VASA, closes)
    assert found is not None
    assert (found.name, found.counted) == ("spring", VASA.rounds[0].deadline)
    assert meant(later, closes) is None
