"""Who has a case and does nothing in it while its association waits is told, and then has it no more."""

from dataclasses import replace

import pytest

from dialogs.conversation.world import World
from tests.dialogs.rhythm.a_desk import NIKO, NORA, VASA, Desk, here

TOLD = "Nora, inget har hänt i ärendet sedan fre 1.9, och föreningen väntar. Fredag 8 september blir det ledigt igen."
GONE = "Nora har inte gjort något i ärende K7WM4 på 5 arbetsdagar. Ärendet är ledigt igen."


def test_its_owner_is_told_a_working_day_before_and_then_the_case_is_free_on_its_card_and_in_its_notes() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    [told] = desk.until("2023-09-07T09:00")
    assert TOLD in told
    assert desk.until("2023-09-08T08:59") == []
    gone, promised = desk.until("2023-09-08T09:00")
    assert (gone, promised.endswith("svaret är utlovat i dag. Ingen har tagit ärendet.")) == (GONE, True)
    assert (desk.case.state, desk.case.owner, desk.case.owner_name, desk.case.acted_at) == ("new", 0, "", None)
    assert "ny · ingen har tagit det" in desk.card.text
    assert desk.stage.cases["K7WM4"].messages[-1].text == GONE
    desk.press(NIKO, "Ta ärendet")
    assert desk.case.owner == NIKO


@pytest.mark.parametrize("act", ["note", "wait and take up", "put off", "take over"])
def test_any_act_of_its_owner_begins_the_time_anew(act: str) -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.until("2023-09-06T12:00")
    if act == "note":
        desk.say(NORA, "jag ringde dem i dag", reply_to=desk.card.number)
    elif act == "wait and take up":
        desk.say(NORA, "väntar på beslut K7WM4")
        desk.press(NORA, "Ta upp igen")
    elif act == "put off":
        desk.say(NORA, "påminn mig senare 7.9 K7WM4")
    else:
        desk.press(NORA, "Ta över")
    assert desk.case.acted_at == here(VASA, "2023-09-06T12:00")
    later = {"put off": "2023-09-14T09:00"}.get(act, "2023-09-13T09:00")
    told = desk.until(later[:10] + "T08:59")
    assert GONE not in told
    assert GONE in desk.until(later)


def test_what_others_do_does_not_begin_it_anew() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.until("2023-09-06T12:00")
    before = desk.case
    desk.say(NIKO, "är det någon som gör något?", reply_to=desk.card.number)
    desk.write("Hallå?")
    assert desk.case == before.but(written_at=desk.case.written_at, version=before.version + 1)
    assert GONE in desk.until("2023-09-13T09:00")


def test_words_of_the_association_that_bring_a_case_back_give_its_owner_all_the_time() -> None:
    desk = Desk()
    desk.answer(NORA, "Hej. Vi hör av oss.")
    assert desk.until("2023-10-02T12:00") == []
    desk.write("När hör ni av er?")
    assert GONE not in desk.until("2023-10-09T08:59")
    assert GONE in desk.until("2023-10-09T09:00")


@pytest.mark.parametrize("whom", ["föreningen", "en enhet", "pitchen", "beslut"])
def test_it_lapses_not_while_the_case_waits_for_others(whom: str) -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.say(NORA, f"väntar på {whom} K7WM4")
    assert desk.until("2023-10-09T12:00") == []
    assert desk.case.owner == NORA


def test_who_was_not_told_because_lots_was_away_gets_a_working_day() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.stage.now = here(VASA, "2023-09-08T15:00")  # a Friday, the day on which it would have gone back
    [told] = [text for text in desk.until("2023-09-08T15:00") if "inget har hänt" in text]
    assert "Måndag 11 september blir det ledigt igen." in told
    assert desk.case.owner == NORA
    assert GONE in desk.until("2023-09-11T09:00")


def test_at_night_nothing_lapses() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.until("2023-09-07T12:00")
    desk.stage.now = here(VASA, "2023-09-09T02:00")
    assert desk.until("2023-09-11T07:59") == []
    assert GONE in desk.until("2023-09-11T08:00")


def test_a_pack_says_how_long_and_holidays_do_not_count() -> None:
    packs = {"vasa": replace(VASA, owner_quiet_days=3)}
    desk = Desk(now="2024-12-20T09:00")  # a Friday before Christmas
    desk.stage.world = World(packs, desk.stage.world.lexicon)
    desk.press(NORA, "Ta ärendet")
    gone = GONE.replace("5 arbetsdagar", "3 arbetsdagar")
    assert gone not in desk.until("2024-12-30T08:59")
    assert gone in desk.until("2024-12-30T09:00")  # 23, 27 and 30 December


def test_once_gone_it_is_said_once() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    told = desk.until("2023-10-30T12:00")
    assert [text for text in told if text.startswith("Nora har inte gjort")] == [GONE]
