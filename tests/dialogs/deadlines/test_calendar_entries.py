"""The dates of a round for one's own calendar: which are in the file, in whose words, and when there is none."""

from datetime import UTC, datetime

import pytest

from dialogs.conversation.effects import SendCalendar
from dialogs.conversation.world import World
from dialogs.records.letters.calendar_file import CalendarEntry, CalendarFile
from tests.stages.called import ANNA, BERTIL, called, heard, told
from tests.stages.called import VASA as VASA_OF_CALLS
from tests.stages.in_memory import Stage, at
from tests.stages.pitched import pitched
from tests.stages.standing import world

ME = 101
SPRING = "call-vasa-spring"
UTC_OF_MOVED = datetime(2026, 10, 30, 13, 45, tzinfo=UTC)
UTC_OF_SECOND = datetime(2026, 11, 3, 14, 40, tzinfo=UTC)
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


@pytest.mark.covers("V17")
def test_the_last_day_is_not_offered_to_who_has_sent_both_papers() -> None:
    stage = called()
    stage.say(ANNA, ANNA, "/dates")
    stage.press(ANNA, ANNA, "Lägg i kalendern")
    assert [entry.uid for entry in sent(stage)] == [f"{SPRING}-deadline@lots", f"{SPRING}-pitch@lots"]
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(sent_at=stage.now)
    stage.press(ANNA, ANNA, "Lägg i kalendern")
    assert [entry.uid for entry in sent(stage)] == [f"{SPRING}-pitch@lots"]


def test_a_moved_day_brings_a_new_file_to_who_had_fetched_the_older_and_to_nobody_else() -> None:
    stage = fetched()
    told(stage, "/calls 30.10.2026 15.45", "gör så")
    stage.tick()
    [file] = files(stage)
    [entry] = file.entries
    assert (entry.uid, entry.ends, entry.cancelled) == (f"{SPRING}-deadline@lots", UTC_OF_MOVED, False)
    assert "Ni har hämtat datumen till er kalender, så här är en ny fil." in heard(stage, ANNA)
    assert "kalender, så här" not in heard(stage, BERTIL)
    # What was said once is not said again.
    told(stage, "/calls", "Hösten 2026", "Pitchens språk", "finska", "gör så")
    stage.tick()
    assert files(stage) == []


@pytest.mark.parametrize(
    ("typed", "gone"),
    [
        (("Pitchens tid", "ingen"), [f"{SPRING}-pitch@lots"]),
        (("Stäng omgången",), [f"{SPRING}-deadline@lots"]),
    ],
)
def test_what_falls_away_is_cancelled_in_the_calendar_and_its_title_says_so(
    typed: tuple[str, ...], gone: list[str]
) -> None:
    stage = fetched()
    told(stage, "/calls", "Hösten 2026", *typed, "gör så")
    stage.tick()
    [file] = files(stage)
    assert [entry.uid for entry in file.entries if entry.cancelled] == gone
    assert all(entry.title.startswith("Gäller inte: ") for entry in file.entries)
    assert not {entry.uid for entry in stage.sessions[ANNA, ANNA].calendar} & set(gone)


def test_the_own_time_in_a_pitch_takes_the_place_of_its_beginning() -> None:
    stage = pitched()
    stage.say(ANNA, ANNA, "/dates")
    stage.press(ANNA, ANNA, "Lägg i kalendern")
    told(stage, "/pitch", "publicera")
    stage.tick()
    [file] = files(stage)
    assert [(entry.uid, entry.cancelled) for entry in file.entries] == [
        (f"{SPRING}-pitch-p{ANNA}@lots", False),
        (f"{SPRING}-pitch@lots", True),
    ]
    told(stage, "/pitch", "Flytta en", "1 2", "publicera")
    stage.tick()
    assert [(entry.begins, entry.cancelled) for entry in files(stage)[0].entries] == [(UTC_OF_SECOND, False)]


def test_dates_of_another_municipality_stay_and_those_of_the_one_that_moves_them_are_put_right() -> None:
    stage = fetched()
    stage.world = World({"vasa": VASA_OF_CALLS, "vaxjo": world().packs["vaxjo"]}, stage.world.lexicon)
    elsewhere = LAST_DAY.but(uid="call-vaxjo-2027-deadline@lots", ends=datetime(2027, 9, 15, tzinfo=UTC))
    known = stage.sessions[ANNA, ANNA]
    stage.sessions[ANNA, ANNA] = known.but(municipality="vaxjo", calendar=(*known.calendar, elsewhere))
    told(stage, "/calls 30.10.2026 15.45", "gör så")
    stage.tick()
    assert [entry.uid for entry in files(stage)[0].entries] == [f"{SPRING}-deadline@lots"]
    assert elsewhere in stage.sessions[ANNA, ANNA].calendar


def test_who_missed_the_last_day_is_offered_no_pitch() -> None:
    stage = called("2026-10-29T10:00")
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(unsent_at=stage.now)
    stage.say(ANNA, ANNA, "/dates")
    assert "Lägg i kalendern" not in [offer.label for offer in stage.chats[ANNA][-1].offers]


def fetched() -> Stage:
    """Anna has the dates of the round in her calendar."""
    stage = called()
    stage.say(ANNA, ANNA, "/dates")
    stage.press(ANNA, ANNA, "Lägg i kalendern")
    return stage


def files(stage: Stage) -> list[CalendarFile]:
    """The calendar files that the newest reminders brought."""
    newest = [item for outcome in stage.outcomes[-2:] for item in outcome.effects if isinstance(item, SendCalendar)]
    return [item.calendar for item in newest if item.calendar.made_at == stage.now]
