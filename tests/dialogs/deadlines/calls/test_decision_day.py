"""The day by which a round is decided: named at the desk, told once, counted from, moved with all that rests on it."""

import pytest

from dialogs.records.case import Decision, DecisionKind
from dialogs.records.staff.call import NO_PITCH
from tests.stages.called import ANNA, BERTIL, VASA, heard, told
from tests.stages.in_memory import STAFF, Stage
from tests.stages.outage import here
from tests.stages.pitched import CILLA, pitched

SET = ("/calls", "Hösten 2026", "Dag för beslutet")


def named(day: str, stage: Stage | None = None) -> Stage:
    """The stage on which the desk has named a day; it is told at once."""
    stage = stage or pitched()
    told(stage, *SET, day, "gör så")
    stage.tick()
    return stage


def waiting(stage: Stage, subject: str) -> dict[str, str]:
    """What waits about the decision, with the wall time of each."""
    return {
        item.kind: item.wall for item in stage.reminders.values() if item.subject == subject and "decision" in item.kind
    }


def test_without_a_day_everybody_is_reminded_ten_working_days_after_the_pitch_and_with_one_on_it() -> None:
    stage = pitched()
    stage.mornings()
    told(stage, "/calls", "Hösten 2026", "Pitchens plats", "Stadshuset", "gör så")
    assert waiting(stage, f"p{ANNA}") == {"decision-10wd": "2026-11-17T09:00"}
    assert waiting(stage, "rounds-vasa") == {"desk-round-decisions": "2026-11-17T09:00"}
    named("20.11.", stage)
    assert waiting(stage, f"p{ANNA}") == {"decision-day": "2026-11-20T09:00"}
    assert waiting(stage, "rounds-vasa") == {"desk-round-decision-day": "2026-11-20T09:00"}
    # 22 November 2026 is a Sunday: what would come then comes on Friday, and says the real day.
    named("22.11.", stage)
    assert waiting(stage, f"p{ANNA}") == {"decision-day": "2026-11-20T09:00"}
    told(stage, *SET, "Ingen dag för beslutet", "gör så")
    assert stage.calls["vasa", "spring"].decision == NO_PITCH
    assert waiting(stage, f"p{ANNA}") == {"decision-10wd": "2026-11-17T09:00"}


@pytest.mark.covers("V19")
def test_each_association_is_told_once_when_the_day_is_named_and_when_it_moves() -> None:
    stage = named("20.11.2026")
    assert "Besluten kommer senast fredag 20 november." in heard(stage, ANNA)
    seen = told(stage, *SET, "27.11.")
    assert "Besluten kommer senast fredag 27 november 2026.\nFörut: fredag 20 november 2026." in seen
    told(stage, "gör så")
    stage.tick()
    for chat in (ANNA, BERTIL, CILLA):
        assert "Besluten kommer senast fredag 27 november. Förut var dagen fredag 20 november." in heard(stage, chat)
        assert sum("Besluten kommer" in shown.text for shown in stage.chats[chat]) == 2


def test_on_the_day_who_waits_is_told_where_to_ask_and_who_has_an_answer_is_not() -> None:
    stage = named("20.11.")
    decided = stage.cases["K7WM4"].but(decision=Decision(DecisionKind.CHOSEN, at=stage.now))
    stage.cases["K7WM4"] = decided
    before = len(stage.chats[ANNA])
    stage.move_clock(here(VASA, "2026-11-20T09:05"))
    today = "ska komma senast i dag. Fråga kontaktpersonen om ni inte har hört något."
    assert today in heard(stage, BERTIL)
    assert [shown.text for shown in stage.chats[ANNA][before:] if "senast i dag" in shown.text] == []
    assert "1 ärende väntar på beslut." in stage.chats[STAFF][-1].text


def test_what_comes_late_says_that_the_day_is_over() -> None:
    stage = named("20.11.")
    stage.now = here(VASA, "2026-11-23T08:30")
    stage.tick()
    assert "skulle komma senast fredag 20 november." in heard(stage, BERTIL)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2.11.", "besluten skulle komma före pitchen"),
        ("snart", 'jag hittar inte en enda dag i "snart"'),
        ("20.11. eller 21.11.", "jag hittar inte en enda dag"),
    ],
)
def test_a_day_that_cannot_be_meant_is_asked_again(typed: str, why: str) -> None:
    stage = pitched()
    assert why in told(stage, *SET, typed)
    assert stage.calls == {}


def test_whoever_asks_when_it_is_decided_hears_the_day() -> None:
    stage = named("20.11.")
    stage.say(ANNA, ANNA, "när kommer beslutet?")
    assert "beslutet kommer senast fredag 20 november 2026" in "\n".join(shown.text for shown in stage.chats[ANNA][-2:])
    stage.say(ANNA, ANNA, "/dates")
    assert "Beslut: senast fredag 20 november 2026." in "\n".join(shown.text for shown in stage.chats[ANNA][-2:])
