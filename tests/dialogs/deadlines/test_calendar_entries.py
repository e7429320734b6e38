"""The dates of a round for one's own calendar: which are in the file, in whose words, and when there is none."""

from datetime import UTC, datetime

import pytest

from dialogs.conversation.effects import SendCalendar
from dialogs.conversation.world import World
from dialogs.records.letters.calendar_file import CalendarEntry
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

ME = 101
VASA = World({"vasa": world().packs["vasa"]}, world().lexicon)
LAST_DAY = CalendarEntry(
    "call-vasa-partnership-2023-deadline@lots",
    datetime(2023, 9, 15, 12, 15, tzinfo=UTC),
    datetime(2023, 9, 15, 12, 45, tzinfo=UTC),
    "Sista dag: Förslag till partnerskap 2023",
    "Förslaget ska vara framme senast fredag 15 september 2023 kl. 15.45 (Vasatid).",
    busy=False,
)
PITCH = CalendarEntry(
    "call-vasa-partnership-2023-pitch@lots",
    datetime(2023, 9, 19, 13, 30, tzinfo=UTC),
    datetime(2023, 9, 19, 13, 40, tzinfo=UTC),
    "Pitch: Förslag till partnerskap 2023",
    "Pitchen börjar tisdag 19 september 2023 kl. 16.30 (Vasatid). Högst 10 minuter per förening."
    " Er egen tid får ni veta senare.",
)


def sent(stage: Stage) -> tuple[CalendarEntry, ...]:
    [effect] = [item for item in stage.outcomes[-1].effects if isinstance(item, SendCalendar)]
    return effect.calendar.entries


@pytest.mark.covers("V8", "V16")
def test_the_dates_ahead_are_one_file() -> None:
    stage = Stage(VASA, at("2023-09-01T06:00"))
    stage.say(ME, ME, "/dates")
    assert "Lägg i kalendern" in [offer.label for offer in stage.chats[ME][-1].offers]
    stage.say(ME, ME, "lägg i kalendern")
    assert sent(stage) == (LAST_DAY, PITCH)
    assert stage.chats[ME][-2].file == "lots-datum.ics"
    stage.move_clock(at("2023-09-16T06:00"))
    stage.say(ME, ME, "/dates")
    assert "Lägg i kalendern" not in [offer.label for offer in stage.chats[ME][-1].offers]


def test_an_old_button_says_that_nothing_is_ahead() -> None:
    stage = Stage(VASA, at("2023-09-01T06:00"))
    stage.say(ME, ME, "/dates")
    stage.move_clock(at("2023-10-01T06:00"))
    stage.press(ME, ME, "Lägg i kalendern")
    assert "Jag känner inte till något datum" in "\n".join(shown.text for shown in stage.chats[ME][-2:])


@pytest.mark.parametrize(
    ("language", "button", "file"),
    [("Suomeksi", "Lisää kalenteriin", "lots-paivat.ics"), ("In English", "Add to calendar", "lots-dates.ics")],
)
def test_the_file_speaks_the_language_of_the_chat(language: str, button: str, file: str) -> None:
    stage = Stage(VASA, at("2023-09-01T06:00"))
    for words in ("/start", language, "/dates", button):
        stage.say(ME, ME, words)
    assert stage.chats[ME][-2].file == file
    assert [entry.uid for entry in sent(stage)] == [LAST_DAY.uid, PITCH.uid]
