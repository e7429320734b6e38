"""A calendar file as two readers read it, on both sides of each change of the clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from bot.calendar.calendar_file import calendar_file
from dialogs.records.letters.calendar_file import CalendarEntry, CalendarFile

HELSINKI = ZoneInfo("Europe/Helsinki")
MADE = datetime(2026, 11, 30, 8, 0, 7, 250_000, tzinfo=UTC)
LONG = (
    "Förslaget ska vara framme senast måndag 29 mars kl. 15.45 (Vasatid); ta med: bilagor, budget och \\ stadgar.\nHej"
)


def entry(begins: datetime, place: str = "") -> CalendarEntry:
    begins = begins.astimezone(UTC)
    return CalendarEntry(
        "call-vasa-2027-deadline@lots", begins, begins + timedelta(minutes=30), "Sista dag: Köket", LONG, place
    )


@pytest.mark.parametrize(
    "local",
    [
        datetime(2027, 3, 28, 2, 59, tzinfo=HELSINKI),
        datetime(2027, 3, 28, 4, 0, tzinfo=HELSINKI),
        datetime(2027, 10, 31, 3, 30, tzinfo=HELSINKI),
        datetime(2027, 10, 31, 3, 30, fold=1, tzinfo=HELSINKI),
        datetime(2027, 6, 15, 15, 45, tzinfo=HELSINKI),
        datetime(2028, 2, 29, 15, 45, tzinfo=HELSINKI),
    ],
)
def test_both_readers_read_the_instant_that_was_meant(local: datetime) -> None:
    wanted = entry(local, "Stadshuset; sal 2, Vasa")
    _, content = calendar_file(CalendarFile("lots-datum", (wanted,), MADE))
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    other = vobject.readOne(content.decode()).vevent
    for begins, ends in ((event.start, event.end), (other.dtstart.value, other.dtend.value)):
        assert (begins.astimezone(UTC), ends.astimezone(UTC)) == (wanted.begins, wanted.ends)
    assert (event["summary"], event["description"], event["location"]) == (wanted.title, LONG, wanted.place)
    assert (other.summary.value, other.description.value, other.location.value) == (wanted.title, LONG, wanted.place)
    assert event.alarms.times[0].trigger == wanted.begins - timedelta(days=1)


def test_the_same_dates_of_the_same_moment_are_the_same_bytes_and_newer_ones_count() -> None:
    wanted = CalendarFile("lots-datum", (entry(datetime(2027, 6, 15, 15, 45, tzinfo=HELSINKI)),), MADE)
    later = wanted.but(made_at=MADE + timedelta(minutes=2))
    assert calendar_file(wanted) == calendar_file(wanted)
    assert calendar_file(wanted)[0] == "lots-datum.ics"
    first, second = (
        next(iter(icalendar.Calendar.from_ical(calendar_file(one)[1]).walk("VEVENT"))) for one in (wanted, later)
    )
    assert (second["uid"], second["sequence"] - first["sequence"]) == (first["uid"], 120)


def test_lines_are_short_and_end_as_calendars_want() -> None:
    _, content = calendar_file(CalendarFile("lots-datum", (entry(MADE),), MADE))
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_what_does_not_hold_any_more_is_cancelled_for_both_readers_and_needs_no_time() -> None:
    held = entry(datetime(2027, 6, 15, 15, 45, tzinfo=HELSINKI)).but(busy=True)
    gone = held.but(title="Gäller inte: Köket", cancelled=True)
    _, content = calendar_file(CalendarFile("lots-datum", (gone,), MADE))
    calendar = icalendar.Calendar.from_ical(content)
    [event] = calendar.walk("VEVENT")
    other = vobject.readOne(content.decode()).vevent
    assert (calendar["method"], event["status"], other.status.value) == ("PUBLISH", "CANCELLED", "CANCELLED")
    assert (event["uid"], event["transp"], event["summary"]) == (held.uid, "TRANSPARENT", "Gäller inte: Köket")
    assert event.start.astimezone(UTC) == other.dtstart.value.astimezone(UTC) == held.begins
    assert event.walk("VALARM") == []
