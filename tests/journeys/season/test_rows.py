"""The season of shared/cases/season.md, row by row: what an independent reckoning found different is as it should be.

The deciding line of each row stands in docs/decisions/2026-11-30-a-season.md, under the same numbers.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest

from bot.calendar.calendar_file import calendar_file
from dialogs.conversation.effects import SendCalendar
from dialogs.conversation.session import Session
from dialogs.conversation.statements import Sending
from dialogs.records.proposal import Answer
from knowledge.municipality.validate import judge
from tests.bot.commands.command_line import lots
from tests.dialogs.proposal.test_sent_papers import a_chat, planned, state
from tests.knowledge.municipality.tiny_pack import changed, pages
from tests.stages.in_memory import as_plain
from tests.stages.outage import CHAT, Outage, a_town, an_outage, here, last, press, say

VASA = a_town("vasa", "2023-09-15T15:45", "2023-09-19T16:30")
"""Vasa's own round of 2023: a Friday, and the Tuesday after it."""
STOCKHOLM = ZoneInfo("Europe/Stockholm")
STOPPED = "Jag skickar inga fler påminnelser."


def draft_in(*towns: str, begun: str = "2023-08-01T06:00") -> Outage:
    """A draft in a Vasa with one round, by its deadline and pitch."""
    stage = an_outage(begun, a_town("vasa", *towns))
    stage.draft("p1", "vasa")
    stage.sessions[CHAT, CHAT] = Session(CHAT, CHAT, "sv", "vasa", "start", proposal="p1", greeted=True)
    return stage


def walls(stage: Outage) -> dict[str, str]:
    return {item.kind: item.wall for item in stage.reminders.values()}


def labels(stage: Outage) -> list[str]:
    return [offer.label for offer in stage.chats[CHAT][-1].offers]


def at(stage: Outage, moment: str) -> str:
    """What was said at a moment of Vasa's clock, as plain words; the bot was down since the last one."""
    return "\n\n".join(as_plain(reply.text) for reply in stage.wake(here(VASA, moment)).replies)


@pytest.mark.covers("V8", "V17")
@pytest.mark.parametrize("pressed", ["2023-09-15T15:46", "2023-09-17T12:00", "2023-09-18T08:00"])
def test_row_1_the_hour_of_the_press_is_not_the_hour_of_sending(pressed: str) -> None:
    stage = a_chat(pressed)
    assert "Skickade ni båda dokumenten till registratorn senast kl. 15.45?" in press(stage, "Vi har skickat båda")
    press(stage, "Ja, i tid")
    assert {"receipt-1wd", "pitch-1wd", "pitch-day"} <= planned(stage)


@pytest.mark.covers("V8", "V17")
def test_row_1_that_it_was_sent_at_half_past_three_is_heard_in_words() -> None:
    stage = a_chat("2023-09-15T15:46")
    say(stage, "Vi skickade båda i tid klockan 15.30")
    assert state(stage) is Sending.SENT


@pytest.mark.parametrize("words", ["lopeta muistutukset", "sluta"])
def test_row_2_words_for_stopping_right_after_a_reminder_are_no_distress(words: str) -> None:
    stage = draft_in("2023-09-15T15:45")
    stage.move_clock(here(VASA, "2023-08-25T09:00"))
    assert say(stage, words).startswith(STOPPED)


def test_row_3_a_button_that_says_no_more_never_turns_them_on() -> None:
    stage = draft_in("2023-09-15T15:45")
    stage.move_clock(here(VASA, "2023-08-25T09:00"))
    for moment in ("2023-08-25T09:01", "2023-08-25T09:01", "2023-08-26T12:00"):
        stage.move_clock(here(VASA, moment))
        assert press(stage, "Inga fler påminnelser").startswith(STOPPED)
    stage.move_clock(here(VASA, "2023-09-15T15:00"))
    assert last(stage).startswith(STOPPED)


@pytest.mark.covers("V8", "V17")
def test_row_4_a_sending_of_an_empty_draft_is_asked_about_and_taken_back() -> None:
    stage = draft_in("2023-09-15T15:45", "2023-09-19T16:30")
    stage.move_clock(here(VASA, "2023-08-25T09:00"))
    assert "till registratorn?" in press(stage, "Vi har skickat båda")
    press(stage, "Ja, båda till registratorn")
    assert "draft-day" not in planned(stage)
    assert "Då räknas förslaget som inte skickat" in say(stage, "Nej, vi tryckte fel, vi har inte skickat")
    assert {"draft-10wd", "draft-5wd", "draft-2wd", "draft-day", "draft-3h"} <= planned(stage)


def test_row_5_whoever_blocked_lots_and_comes_back_is_reminded_of_what_lies_ahead() -> None:
    stage = draft_in("2023-09-15T15:45")
    stage.move_clock(here(VASA, "2023-09-02T12:00"))
    stage.shut_out(CHAT)
    assert planned(stage) == set()
    stage.move_clock(here(VASA, "2023-09-03T12:00"))
    stage.let_in(CHAT, CHAT)
    assert {"draft-5wd", "draft-2wd", "draft-day", "draft-3h"} <= planned(stage)
    stage.move_clock(here(VASA, "2023-09-08T09:00"))
    assert "en vecka kvar till fredag 15 september" in as_plain(last(stage))


@pytest.mark.parametrize(
    ("down", "up", "monday"),
    [
        ("2023-08-25T08:59", "2023-08-26T10:00", "2023-08-28T08:00"),
        ("2023-09-08T08:59", "2023-09-10T08:30", "2023-09-11T08:00"),
    ],
)
def test_row_6_what_was_slept_through_waits_for_monday(down: str, up: str, monday: str) -> None:
    stage = draft_in("2023-09-15T15:45")
    at(stage, down)
    assert at(stage, up) == ""
    assert "fredag 15 september kl. 15.45 (Vasatid)" in at(stage, monday)


@pytest.mark.parametrize(
    ("deadline", "last_words"),
    [
        ("2027-03-29T15:45", {"draft-day": "2027-03-25T09:00", "draft-3h": "2027-03-25T12:45"}),
        ("2027-06-25T15:45", {"draft-day": "2027-06-24T09:00", "draft-3h": "2027-06-24T12:45"}),
    ],
)
def test_row_7_before_a_holiday_the_last_word_comes_on_the_last_working_day(
    deadline: str, last_words: dict[str, str]
) -> None:
    stage = draft_in(deadline, begun="2027-03-01T06:00")
    assert {kind: walls(stage)[kind] for kind in last_words} == last_words
    said = at(stage, last_words["draft-day"])
    assert "Registratorn har stängt då, så skicka i dag." in said
    assert "kl. 15.45 (Vasatid)" in said
    text = changed("deadline: 2023-09-15T15:45\n    pitch: 2023-09-19T16:30", f"deadline: {deadline}")
    [warning] = judge(pages(text)).problems
    assert "ends on a holiday" in warning.message


@pytest.mark.covers("V8")
def test_row_8_a_merged_message_asks_first_and_carries_the_buttons_of_each_part() -> None:
    stage = a_chat("2023-09-15T12:00")
    press(stage, "Vi har skickat båda")
    stage.move_clock(here(VASA, "2023-09-18T09:00"))
    assert last(stage).startswith("Har registratorn bekräftat att")
    assert "Pitchen för" in last(stage)
    assert {"Ja, bekräftelsen har kommit", "Inte än"} <= set(labels(stage))
    say(stage, "nej, inget kvitto har kommit")
    assert "Ja, bekräftelsen har kommit" in labels(stage)
    say(stage, "ja")
    assert stage.proposals["p1"].receipt_at is not None


@pytest.mark.covers("V18")
@pytest.mark.parametrize("moment", ["2023-09-12T09:00", "2023-09-18T09:00", "2023-09-19T09:00"])
def test_row_9_a_reminder_of_the_pitch_names_its_proposal_and_where_it_is(moment: str) -> None:
    stage = draft_in("2023-09-15T15:45", "2023-09-19T16:30")
    stage.draft("p2", "vasa")
    named = {"FP01": Answer("given", "Onsdagsköket", "Onsdagsköket")}
    stage.keep(stage.proposals["p1"].but(answers=named, sent_at=stage.now, receipt_at=stage.now))
    stage.reminders = {key: item for key, item in stage.reminders.items() if item.kind.startswith("pitch")}
    said = at(stage, moment)
    assert '"Onsdagsköket"' in said
    assert '"Utan namn"' not in said
    assert "Kommunens sida säger inte var pitchen hålls. Fråga kontaktpersonen." in said


def test_row_10_as_many_gaps_are_told_as_there_are_in_the_words_of_the_welcome() -> None:
    stage = draft_in("2023-09-15T15:45")
    stage.move_clock(here(VASA, "2023-09-15T09:00"))
    told = last(stage).partition("Kvar: ")[2].partition(".")[0]
    assert told.endswith(" och 25 till")
    press(stage, "Vi har skickat båda")
    assert f"Kvar: {told}." in press(stage, "Nej, inte än")


@pytest.mark.covers("V8", "V17")
def test_row_11_who_said_nothing_is_asked_once_on_the_next_working_day() -> None:
    stage = draft_in("2023-09-15T15:45", "2023-09-19T16:30")
    stage.move_clock(here(VASA, "2023-09-18T08:59"))
    before = len(stage.chats[CHAT])
    stage.move_clock(here(VASA, "2023-09-20T12:00"))
    assert len(stage.chats[CHAT]) == before + 1
    assert "Skickade ni båda dokumenten till registratorn före dess?" in last(stage)
    assert labels(stage)[:2] == ["Ja, i tid", "Nej, inte i tid"]


def test_row_12_what_comes_late_says_which_proposal_since_when_and_what_to_do() -> None:
    stage = draft_in("2023-09-15T15:45")
    stage.draft("p2", "vasa")
    at(stage, "2023-09-15T08:50")
    said = at(stage, "2023-09-15T16:00")
    assert said.count('Tiden för "Utan namn" gick ut fredag 15 september kl. 15.45 (Vasatid).') in (1, 2)
    assert "Om inte, fråga registratorn om förslaget ändå tas emot." in said


@pytest.mark.parametrize("deadline", ["2027-06-24T23:59", "2027-06-25T23:59", "2027-06-23T23:59"])
def test_row_13_three_hours_before_midnight_is_told_at_seven(deadline: str) -> None:
    stage = draft_in(deadline, begun="2027-06-01T06:00")
    working_day = min(deadline[:10], "2027-06-24")
    assert walls(stage)["draft-3h"] == f"{working_day}T19:00"


@pytest.mark.parametrize(
    ("language", "left"), [("sv", "Kvar: namn på idén, behov,"), ("fi", "Puuttuu: idean nimi, tarve,")]
)
def test_row_14_what_is_left_stands_in_small_letters(language: str, left: str) -> None:
    stage = draft_in("2023-09-15T15:45")
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(language=language)
    for moment in ("2023-09-15T09:00", "2023-09-15T12:45"):
        assert left in at(stage, moment)


def test_row_15_the_demo_takes_several_municipalities() -> None:
    assert "--packs" in lots("demo", "--help").output


def test_row_16_each_kind_is_chosen_alone() -> None:
    stage = draft_in("2023-09-15T15:45", "2023-09-19T16:30")
    say(stage, "/dates")
    assert "Pitchen och beslutet: jag påminner." in press(stage, "Välj påminnelser")
    assert "Under /dates väljer ni vad som kommer." in press(stage, "Inget om pitchen")
    stage.move_clock(here(VASA, "2023-08-25T09:00"))
    assert '"Utan namn" ska vara hos registratorn' in as_plain(last(stage))
    stage.keep(stage.proposals["p1"].but(sent_at=stage.now, receipt_at=stage.now))
    before = len(stage.chats[CHAT])
    stage.move_clock(here(VASA, "2023-09-19T12:00"))
    assert len(stage.chats[CHAT]) == before


def test_the_end_who_sends_after_the_day_of_preparing_hears_at_once_who_is_to_speak() -> None:
    assert "Bestäm redan nu vem som talar" in press(a_chat("2023-09-12T09:30"), "Vi har skickat båda")


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_the_end_a_pitch_before_nine_has_its_reminder_on_the_working_day_before(language: str) -> None:
    stage = draft_in("2023-09-15T15:45", "2023-09-18T08:30")
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(language=language)
    stage.keep(stage.proposals["p1"].but(sent_at=stage.now, receipt_at=stage.now))
    assert walls(stage)["pitch-day"] == "2023-09-15T09:00"
    said = at(stage, "2023-09-15T09:00")
    assert ("måndag 18 september" if language == "sv" else "maanantaina 18. syyskuuta") in said


@pytest.mark.parametrize(("second", "in_time"), [("14:45:00", True), ("14:45:01", False)])
def test_a_phone_in_stockholm_is_judged_by_the_clock_of_vasa(second: str, in_time: bool) -> None:
    stage = a_chat("2023-09-15T12:00")
    stage.move_clock(datetime.fromisoformat(f"2023-09-15T{second}").replace(tzinfo=STOCKHOLM).astimezone(UTC))
    press(stage, "Vi har skickat båda")
    assert (state(stage) is Sending.SENT) is in_time


def test_a_phone_in_stockholm_reads_the_clock_of_vasa_in_words_and_its_own_in_its_calendar() -> None:
    stage = a_chat("2023-09-15T12:00")
    say(stage, "/dates")
    press(stage, "Lägg i kalendern")
    [sending] = [one for one in stage.outcomes[-1].effects if isinstance(one, SendCalendar)]
    [entry] = [one for one in sending.calendar.entries if one.uid.endswith("-deadline@lots")]
    assert "senast fredag 15 september 2023 kl. 15.45 (Vasatid)" in entry.text
    _, content = calendar_file(sending.calendar)
    read = [one for one in icalendar.Calendar.from_ical(content).walk("VEVENT") if one["uid"] == entry.uid]
    assert [one.end.astimezone(STOCKHOLM).strftime("%H:%M:%S") for one in read] == ["14:45:00"]
    assert [one.end.astimezone(VASA.zone).strftime("%H:%M:%S") for one in read] == ["15:45:00"]
    stage.move_clock(datetime(2023, 9, 15, 14, 45, 1, tzinfo=STOCKHOLM).astimezone(UTC))
    assert "gick ut fredag 15 september kl. 15.45 (Vasatid)" in press(stage, "Vi har skickat båda")
