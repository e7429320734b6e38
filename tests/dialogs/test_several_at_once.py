"""What is due at one moment of a pitch, a decision and an agreement is one message, whose buttons each do their own."""

from dataclasses import replace

from dialogs.agreement.ladder import planned
from dialogs.records.proposal import Answer
from tests.dialogs.agreement.decided import opened
from tests.stages.called import ANNA, VASA, told
from tests.stages.in_memory import Shown, Stage
from tests.stages.outage import here
from tests.stages.pitched import pitched
from tests.stages.standing import standing

STOP = 'Skriv "Inga fler påminnelser" om ni vill slippa dem.'
DISCUSSION = Answer("given", "2.12.2026", {"day": "2026-12-02"})


def of_three_rooms() -> Stage:
    """Anna, who pitches on the day after 2 November, when a case of hers is decided and an agreement reminded of."""
    stage = pitched()
    told(stage, "beslut 2.11 K7WM4", "Gör så", "/pitch", "publicera")
    stage.move_clock(here(VASA, "2026-10-30T12:00"))
    agreed = opened(KM05=DISCUSSION).but(reference="Q2RST", chat=ANNA)
    stage.cases["Q2RST"] = agreed
    turn = replace(standing(stage.sessions[ANNA, ANNA], cases=(agreed,)), now=stage.now)
    plan = planned(turn, agreed)
    with stage.transaction() as work:
        work.reminders.plan_all({plan.subject: tuple(one for one in plan.reminders if one.chat == ANNA)})
    return stage


def said_at_once(stage: Stage) -> list[Shown]:
    before = len(stage.chats[ANNA])
    stage.move_clock(here(VASA, "2026-11-02T09:05"))
    return stage.chats[ANNA][before:]


def test_three_rooms_say_one_thing_each_and_how_to_stop_once() -> None:
    [shown] = said_at_once(of_three_rooms())
    begins = [part.partition(" ")[0] for part in shown.text.split("\n\n")]
    assert begins == ["Pitchen", "Beslutet", '"Onsdagsköket":', "Skriv"]
    assert (shown.text.count(STOP), shown.text.endswith(STOP)) == (1, True)
    assert [offer.label for offer in shown.offers] == [
        "Öppna förslaget",
        "Förbered pitchen",
        "Öva med klocka",
        "Visa ärendet",
        "Visa skede 2, Q2RST",
        "Inga fler påminnelser",
        "Inget om avtalet",
    ]


def test_each_button_does_its_own() -> None:
    stage = of_three_rooms()
    [shown] = said_at_once(stage)
    stage.press_at(ANNA, ANNA, shown, 3)
    assert "Ärende K7WM4" in stage.chats[ANNA][-1].text
    stage.press_at(ANNA, ANNA, shown, 6)
    assert "Jag påminner inte mer om avtalet." in stage.chats[ANNA][-1].text
    stage.press_at(ANNA, ANNA, shown, 1)
    assert "Pitchen för" in stage.chats[ANNA][-1].text
