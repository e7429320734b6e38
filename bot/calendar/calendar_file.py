"""Dates as an iCalendar file (RFC 5545), made by the library icalendar.

All moments are written in UTC. A zone's own rules in the file are read an hour late after the change of spring by some
readers, as a script in the folder of findings shows; UTC is read right by the two that the tests ask, and each calendar
shows it in the hour of its own place.

What does not hold any more stays an entry with the same id and the status CANCELLED, which a published calendar may
carry (RFC 5546, 3.2.1). Some calendars take it out then, others show its title, which says so too.
"""

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from dialogs.records.letters.calendar_file import CalendarEntry, CalendarFile

AHEAD = timedelta(days=1)
"""How long before an entry its own calendar speaks up."""
MADE_BY = "-//Lots//Lots//SV"
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
"""Before any file was made: seconds since then number the versions of an entry, so that of two the newer counts. They
fit into the 31 bits that calendars give the number until the year 2094."""


def calendar_file(wanted: CalendarFile) -> tuple[str, bytes]:
    """Return name and content of a file. The same entries of the same moment give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in wanted.entries:
        calendar.add_component(_event(entry, wanted.made_at))
    return f"{wanted.name}.ics", calendar.to_ical()


def _event(entry: CalendarEntry, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made_at.replace(microsecond=0))
    event.add("sequence", max(0, int((made_at - FIRST) / timedelta(seconds=1))))
    event.add("dtstart", entry.begins)
    event.add("dtend", entry.ends)
    event.add("summary", entry.title)
    event.add("description", entry.text)
    if entry.place:
        event.add("location", entry.place)
    event.add("transp", "OPAQUE" if entry.busy and not entry.cancelled else "TRANSPARENT")
    if entry.cancelled:
        event.add("status", "CANCELLED")
    else:
        event.add_component(_alarm(entry.title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -AHEAD)
    return alarm
