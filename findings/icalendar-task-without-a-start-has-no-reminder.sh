#!/usr/bin/env bash
# A task with a due time and a reminder a week before it: icalendar says that it has no start, and gives no reminder.
#
# Guess: the reminder `TRIGGER;RELATED=END:-P7D` of a task that has DUE and no DTSTART is seven days before DUE; that is
#        the very case for which RFC 5545 relates an alarm to the end.
# Seen:  icalendar 7.3.2 knows the task's end and still raises IncompleteComponent ("No DTSTART given.") when it is asked
#        for the times of its alarms. With a DTSTART, which changes nothing in the sum, the reminder is there.
# So:    work reminders out from the deadline oneself, and write a start into tasks that others will read.
# Source: run here, icalendar 7.3.2; RFC 5545 sections 3.6.2 (DTSTART is optional in a task) and 3.8.6.3.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 tzdata==2026.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import icalendar

LINES = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//deadline//",
    "BEGIN:VTODO",
    "UID:task",
    "DTSTAMP:20261129T100000Z",
    "DUE:20270331T124500Z",
    "SUMMARY:Send the application",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:One week left",
    "TRIGGER;RELATED=END:-P7D",
    "END:VALARM",
    "END:VTODO",
    "END:VCALENDAR",
    "",
]


def reminder(lines: list[str]) -> tuple[str, str]:
    """When the task ends, and when its reminder is."""
    task = icalendar.Calendar.from_ical("\r\n".join(lines)).todos[0]
    try:
        at = " ".join(f"{alarm.trigger:%Y-%m-%d %H:%M}" for alarm in task.alarms.times)
    except icalendar.error.IncompleteComponent as error:
        at = f"{type(error).__name__}: {error}"
    return f"{task.end:%Y-%m-%d %H:%M}", at


bare = reminder(LINES)
started = reminder([*LINES[:6], "DTSTART:20270301T080000Z", *LINES[6:]])
print("icalendar", icalendar.__version__)
print("  without DTSTART:", bare)
print("  with DTSTART:   ", started)

assert bare == ("2027-03-31 12:45", "IncompleteComponent: No DTSTART given."), "the reminder is given now"
assert started == ("2027-03-31 12:45", "2027-03-24 12:45")
print("As found.")
PY
