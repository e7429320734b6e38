#!/usr/bin/env bash
# In the hour that spring skips, three triggers of one scheduler do three different things.
#
# Guess: whatever trigger says 03.30 in Helsinki, on the night when 03.00 to 04.00 does not exist it fires at one and the
#        same instant, or says that there is no such time.
# Seen:  APScheduler 3.11.2, 28 March 2027: the cron trigger names a time that does not exist (03.30+02.00, which is
#        04.30); the date trigger moves to 04.30+03.00; the calendar-interval trigger passes the whole day over, so
#        what should happen daily happens on the day after.
# So:    let the scheduler only tick, keep due instants in UTC, and work wall times out oneself.
# Source: run here, APScheduler 3.11.2, tzdata 2026.3.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check apscheduler==3.11.2 tzdata==2026.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import date, datetime
from zoneinfo import ZoneInfo

import apscheduler
from apscheduler.triggers.calendarinterval import CalendarIntervalTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

zone = ZoneInfo("Europe/Helsinki")
midnight = datetime(2027, 3, 28, tzinfo=zone)
triggers = {
    "cron": CronTrigger(hour=3, minute=30, timezone=zone),
    "date": DateTrigger(datetime(2027, 3, 28, 3, 30), timezone=zone),
    "calendar interval": CalendarIntervalTrigger(days=1, hour=3, minute=30, start_date=date(2027, 3, 28), timezone=zone),
}
fires = {name: trigger.get_next_fire_time(None, midnight).isoformat() for name, trigger in triggers.items()}
print("APScheduler", apscheduler.version)
for name, at in fires.items():
    print(f"  {name}: {at}")

assert fires == {
    "cron": "2027-03-28T03:30:00+02:00",
    "date": "2027-03-28T04:30:00+03:00",
    "calendar interval": "2027-03-29T03:30:00+03:00",
}, "a trigger behaves otherwise now"
print("As found.")
PY
