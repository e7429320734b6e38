"""The plan that every municipality has, and how one says otherwise."""

from dataclasses import replace

import pytest

from knowledge.reminders.plan import changed, common_kinds, common_plan, merged
from knowledge.reminders.rung import Anchor, Audience, Rung, Unit


def test_the_common_plan_is_the_one_of_the_domain_paper() -> None:
    told = {rung.kind: (rung.of.value, f"{rung.count:+} {rung.unit}", rung.to.value) for rung in common_plan()}
    associations = {kind: rung for kind, rung in told.items() if rung[2] != Audience.DESK}
    assert associations == {
        "draft-21d": ("deadline", "-21 d", "unsent"),
        "draft-10wd": ("deadline", "-10 wd", "unsent"),
        "draft-5wd": ("deadline", "-5 wd", "unsent"),
        "draft-2wd": ("deadline", "-2 wd", "unsent"),
        "draft-day": ("deadline", "+0 d", "unsent"),
        "draft-3h": ("deadline", "-3 h", "unsent"),
        "receipt-1wd": ("deadline", "+1 wd", "unsettled"),
        "mail-2wd": ("mail", "+2 wd", "unanswered"),
        "pitch-5wd": ("pitch", "-5 wd", "sent"),
        "pitch-1wd": ("pitch", "-1 wd", "sent"),
        "pitch-day": ("pitch", "+0 d", "sent"),
        "decision-10wd": ("pitch", "+10 wd", "sent"),
        "decision-day": ("decision", "+0 d", "sent"),
    }
    assert len(common_kinds()) == len(common_plan())


def test_a_municipality_changes_adds_and_leaves_out_reminders_and_keeps_the_rest() -> None:
    earlier = changed("draft-10wd", {"count": -12})
    own = Rung("draft-4wd", Anchor.DEADLINE, -4, Unit.WORKING_DAYS, Audience.UNSENT)
    plan = merged([earlier, own], ["draft-21d"])
    kept = [rung for rung in common_plan() if rung.kind not in ("draft-21d", "draft-10wd")]
    assert sorted(plan, key=lambda rung: rung.kind) == sorted([*kept, earlier, own], key=lambda rung: rung.kind)
    assert earlier == replace(next(rung for rung in common_plan() if rung.kind == "draft-10wd"), count=-12)


def test_a_new_reminder_needs_all_that_a_reminder_has() -> None:
    with pytest.raises(TypeError):
        changed("draft-4wd", {"count": -4})
