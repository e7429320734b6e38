"""Both sides are reminded of a day that one case has for its decision, and not of its round's; the desk once more."""

import pytest

from tests.dialogs.decisions.test_day import dated
from tests.dialogs.rhythm.a_desk import MEMBER, NORA, VASA, Desk
from tests.stages.called import ANNA, BERTIL, heard, told
from tests.stages.in_memory import STAFF, Stage
from tests.stages.outage import here
from tests.stages.pitched import pitched

TODAY = "ska komma senast i dag. Fråga kontaktpersonen om ni inte har hört något."


def news(desk: Desk, until: str) -> list[str]:
    """What the association is told until a moment."""
    before = len(desk.stage.chats[MEMBER])
    desk.stage.move_clock(here(VASA, until))
    return [shown.text for shown in desk.stage.chats[MEMBER][before:]]


def test_on_the_day_both_sides_are_told_and_the_desk_again_when_it_passes_without_a_decision() -> None:
    desk = dated()
    desk.answer(NORA, "Vi hör av oss.")
    assert news(desk, "2023-09-29T08:59") == []
    [said] = news(desk, "2023-09-29T09:01")
    assert TODAY in said
    assert said.endswith('Skriv "Inga fler påminnelser" om ni vill slippa dem.')
    assert [offer.label for offer in desk.stage.chats[MEMBER][-1].offers] == ["Visa ärendet", "Inga fler påminnelser"]
    assert "beslutet ska komma i dag. Nora har ärendet. Ge beslutet, eller sätt en ny dag" in desk.last.text
    assert [offer.label for offer in desk.last.offers] == ["Avsluta med svar", "Dag för beslutet"]
    [again] = [text for text in desk.until("2023-10-02T09:01") if "beslutet" in text]
    assert "beslutet skulle komma senast fredag 29 september. Föreningen har inte fått något beslut." in again
    assert not [text for text in desk.until("2023-10-30T09:01") if "beslutet" in text]


def test_a_day_on_a_holiday_is_told_on_the_working_day_before() -> None:
    desk = dated("beslut 30.9 K7WM4")  # a Saturday
    [said] = news(desk, "2023-09-29T09:01")
    assert "ska komma senast i morgon, lördag 30 september." in said


def test_a_moved_day_is_told_on_the_new_one_alone_and_a_decision_ends_it() -> None:
    desk = dated("beslut 29 september K7WM4", "beslut 6.10 K7WM4")
    desk.answer(NORA, "Vi hör av oss.")
    assert news(desk, "2023-10-05T20:00") == []
    assert not [text for text in desk.until("2023-10-06T08:59") if "beslutet" in text]
    desk.answer(NORA, "Vi går vidare.", "Avsluta med svar")
    assert news(desk, "2023-10-10T12:00") == []
    assert not [text for text in desk.until("2023-10-20T12:00") if "beslutet" in text]


def test_whoever_wants_no_reminders_of_the_pitch_and_the_decision_gets_none() -> None:
    desk = dated()
    desk.answer(NORA, "Vi hör av oss.")
    for text in ("/dates", "Välj påminnelser", "Inget om pitchen"):
        desk.stage.say(MEMBER, MEMBER, text)
    assert news(desk, "2023-10-02T12:00") == []


def test_slept_through_over_a_weekend_it_comes_on_monday_and_says_that_the_day_has_passed() -> None:
    desk = dated()
    desk.answer(NORA, "Vi hör av oss.")
    with desk.stage.transaction() as work:
        key = next(key for key, item in desk.stage.reminders.items() if item.chat == MEMBER)
        late = desk.stage.reminders[key]
        work.reminders.postpone([late.but(due=here(VASA, "2023-09-30T12:00"))])
    assert news(desk, "2023-10-01T12:00") == []
    [said] = news(desk, "2023-10-02T08:01")
    assert "skulle komma senast fredag 29 september. Fråga kontaktpersonen" in said


def test_who_had_shut_lots_out_and_writes_again_is_reminded_of_what_lies_ahead() -> None:
    desk = dated()
    desk.answer(NORA, "Vi hör av oss.")
    desk.stage.shut_out(MEMBER)
    desk.stage.let_in(MEMBER, MEMBER)
    desk.stage.say(MEMBER, MEMBER, "hej")
    assert any(TODAY in text for text in news(desk, "2023-09-29T09:01"))


def decided_in_the_round() -> Stage:
    """Two cases whose round is decided by 13 November, and the first of them by 20 November."""
    stage = pitched()
    told(stage, "/calls", "1", "Dag för beslutet", "13.11.2026", "gör så", "beslut 20.11 K7WM4", "Gör så")
    return stage


@pytest.mark.covers("V29")
def test_the_day_of_a_case_goes_before_that_of_its_round() -> None:
    stage = decided_in_the_round()
    stage.move_clock(here(VASA, "2026-11-13T09:05"))
    assert TODAY in heard(stage, BERTIL)
    assert TODAY not in heard(stage, ANNA)
    desk = "\n".join(shown.text for shown in stage.chats[STAFF])
    assert "Besluten i Hösten 2026 ska komma i dag. 2 ärenden väntar på beslut." in desk
    assert "1 av dem har en egen dag." in desk
    stage.move_clock(here(VASA, "2026-11-20T09:05"))
    assert TODAY in heard(stage, ANNA)
