#!/usr/bin/env bash
# A task due on 31 March, read and written again by ics.py, is due at 3 in the morning of that day in Finland.
#
# Guess: a task whose DUE is a day (`VALUE=DATE`) is still due on that day after ics.py has read and written it, as an
#        event on a day still is.
# Seen:  ics 0.7.3 keeps an event's day and turns a task's day into an instant, midnight in UTC. For Finland in summer
#        time that is 03.00, so on the last day, on which the office takes letters until 15.45, the task is overdue
#        from the early morning. icalendar 7.3.2 keeps the day in both.
# So:    do not pass other people's tasks through ics.py; write a deadline as the instant at which the office closes.
# Source: run here, ics 0.7.3, icalendar 7.3.2; RFC 5545 section 3.8.2.3 (DUE may be a DATE).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 tzdata==2026.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version
from zoneinfo import ZoneInfo

import icalendar
import ics

WRITTEN = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//deadline//",
        "BEGIN:VEVENT",
        "UID:event",
        "DTSTAMP:20261129T100000Z",
        "DTSTART;VALUE=DATE:20270331",
        "SUMMARY:Last day",
        "END:VEVENT",
        "BEGIN:VTODO",
        "UID:task",
        "DTSTAMP:20261129T100000Z",
        "DUE;VALUE=DATE:20270331",
        "SUMMARY:Send the application",
        "END:VTODO",
        "END:VCALENDAR",
        "",
    ]
)


def days(text: str) -> tuple[str, str]:
    """The lines that say when the event is and when the task is due."""
    lines = text.splitlines()
    return tuple(next(line for line in lines if line.startswith(name)) for name in ("DTSTART", "DUE"))


by_ics = ics.Calendar(WRITTEN).serialize()
by_icalendar = icalendar.Calendar.from_ical(WRITTEN).to_ical().decode()
due = icalendar.Calendar.from_ical(by_ics).todos[0].end.astimezone(ZoneInfo("Europe/Helsinki"))
print("ics", version("ics"), "writes", days(by_ics), "which is", due)
print("icalendar", icalendar.__version__, "writes", days(by_icalendar))

assert days(by_icalendar) == days(WRITTEN), "icalendar changes the days now"
assert days(by_ics) == ("DTSTART;VALUE=DATE:20270331", "DUE:20270331T000000Z"), "ics.py writes the days otherwise now"
assert due.isoformat() == "2027-03-31T03:00:00+03:00"
print("As found.")
PY
