#!/usr/bin/env bash
# A board that meets monthly and once more on 9 March has no meeting on 9 March to icalevents.
#
# Guess: a library that works out which meetings fall in a month reads all four properties that make up a series: the
#        rule, the days left out, the moved ones and the days added (RDATE).
# Seen:  icalevents 0.3.1 works out the rule, leaves out EXDATE, moves a moved meeting, and has no RDATE at all: the
#        extra meeting is missing, and of a series made of added days only the first is left. No error.
#        recurring-ical-events 3.8.2 has them all. A hall that looks free on that evening is booked twice.
# So:    write extra meetings as events of their own, and try a reader with an added day.
# Source: run here, icalevents 0.3.1, recurring-ical-events 3.8.2, icalendar 7.3.2; RFC 5545 section 3.8.5.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check icalevents==0.3.1 recurring-ical-events==3.8.2 \
    icalendar==7.3.2 tzdata==2026.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from icalevents.icalevents import events

ZONE = ZoneInfo("Europe/Helsinki")
FIRST = datetime(2027, 3, 2, 18, tzinfo=ZONE)
SPRING = (datetime(2027, 3, 1, tzinfo=ZONE), datetime(2027, 5, 1, tzinfo=ZONE))
MONTHLY = {"freq": "monthly", "count": 2}


def series(**properties) -> icalendar.Calendar:
    calendar, event = icalendar.Calendar(), icalendar.Event()
    calendar.add("prodid", "-//board//")
    calendar.add("version", "2.0")
    event.add("uid", "board")
    event.add("dtstamp", datetime(2026, 11, 30, tzinfo=UTC))
    event.add("dtstart", FIRST)
    event.add("dtend", FIRST + timedelta(hours=2))
    for name, value in properties.items():
        event.add(name, value)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar


def held(calendar: icalendar.Calendar) -> tuple[list[str], list[str]]:
    """The days of spring on which the board meets, to icalevents and to recurring-ical-events."""
    start, end = SPRING
    found = events(string_content=calendar.to_ical(), start=start, end=end, tzinfo=ZONE)
    others = recurring_ical_events.of(calendar).between(start, end)
    return sorted(f"{one.start:%d.%m.}" for one in found), sorted(f"{one.start:%d.%m.}" for one in others)


SERIES = {
    "monthly, and once more": {"rrule": MONTHLY, "rdate": [FIRST + timedelta(days=7)]},
    "monthly, without April": {"rrule": MONTHLY, "exdate": [datetime(2027, 4, 2, 18, tzinfo=ZONE)]},
    "three days": {"rdate": [FIRST + timedelta(days=7), FIRST + timedelta(days=21)]},
}
seen = {name: held(series(**properties)) for name, properties in SERIES.items()}
print("icalevents", version("icalevents"), "recurring-ical-events", version("recurring-ical-events"))
for name, (found, others) in seen.items():
    print(f"  {name}: {found} and {others}")

assert seen == {
    "monthly, and once more": (["02.03.", "02.04."], ["02.03.", "02.04.", "09.03."]),
    "monthly, without April": (["02.03."], ["02.03."]),
    "three days": (["02.03."], ["02.03.", "09.03.", "23.03."]),
}, "other meetings are held now"
print("As found.")
PY
