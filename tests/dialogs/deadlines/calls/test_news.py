"""Associations are told what is so now, as far as it has changed: open, dates, place, in each of their languages."""

import pytest

from tests.stages.called import ANNA, VASA, called, heard, told
from tests.stages.outage import here


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("Stäng omgången",), "Omgången är stängd och tar inte emot fler förslag."),
        (("Pitchens tid", "5.11. kl. 17.00"), "Pitchen är torsdag 5 november från kl. 17.00 (Vasatid)"),
        (("Pitchens tid", "ingen"), "Det blir ingen pitch."),
        (("Pitchens plats", "Stadshuset"), "Pitchen hålls här: Stadshuset."),
        (("Pitchens språk", "finska"), "Pitchens språk: finska."),
    ],
)
def test_each_change_is_told_as_it_is_now(typed: tuple[str, ...], line: str) -> None:
    stage = called()
    told(stage, "/calls", "Hösten 2026", *typed, "gör så")
    stage.tick()
    assert line in heard(stage, ANNA)


def test_a_round_that_opens_again_is_told_with_its_last_day_and_in_finnish() -> None:
    stage = called()
    stage.sessions[ANNA, ANNA] = stage.sessions[ANNA, ANNA].but(language="fi", language_chosen=True)
    told(stage, "/calls", "Hösten 2026", "Stäng omgången", "gör så")
    stage.tick()
    told(stage, "/calls", "Hösten 2026", "Öppna omgången", "gör så")
    stage.tick()
    assert "Haku on auki. Viimeinen päivä: keskiviikko 28. lokakuuta klo 15.45 (Vaasan aikaa)." in heard(stage, ANNA)


def test_who_wants_no_news_of_dates_gets_none_and_is_not_counted() -> None:
    stage = called()
    stage.say(ANNA, ANNA, "/dates")
    stage.press(ANNA, ANNA, "Välj påminnelser")
    stage.press(ANNA, ANNA, "Inget om ändrade datum")
    assert "1 chatt får veta det" in told(stage, "/calls 30.10.2026 15.45")
    told(stage, "gör så")
    said = len(stage.chats[ANNA])
    stage.move_clock(here(VASA, "2026-10-28T15:50"))
    assert [shown.text for shown in stage.chats[ANNA][said:] if "flyttad" in shown.text] == []
