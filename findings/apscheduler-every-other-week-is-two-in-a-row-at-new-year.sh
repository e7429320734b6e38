#!/usr/bin/env bash
# "Every other week" is two weeks in a row at the turn of 2026 and 2027.
#
# Guess: a cron trigger of `week="*/2"` on Mondays fires every fourteen days, as "every other week" says.
# Seen:  APScheduler 3.11.3 counts odd ISO weeks, and 2026 has week 53: it fires on 28 December 2026 (week 53) and again
#        on 4 January 2027 (week 1), seven days later, and from then on in the other weeks than before. People get the
#        same reminder twice at once, and a group that meets every other week gets it in the wrong week all year.
# So:    count fourteen days from a first date.
# Source: run here, APScheduler 3.11.3, tzdata 2026.3; ISO 8601 gives 2026 53 weeks.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check apscheduler==3.11.3 tzdata==2026.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import date, datetime
from zoneinfo import ZoneInfo

import apscheduler
from apscheduler.triggers.cron import CronTrigger

zone = ZoneInfo("Europe/Helsinki")
trigger = CronTrigger(week="*/2", day_of_week="mon", hour=9, timezone=zone)
fired = [trigger.get_next_fire_time(None, datetime(2026, 12, 1, tzinfo=zone))]
while len(fired) < 5:
    fired.append(trigger.get_next_fire_time(fired[-1], fired[-1]))
days = [at.date() for at in fired]
print("APScheduler", apscheduler.version)
for day in days:
    print(f"  {day} in week {day.isocalendar().week}")

assert days[:3] == [date(2026, 12, 14), date(2026, 12, 28), date(2027, 1, 4)], "the turn of the year is otherwise now"
assert [(b - a).days for a, b in zip(days, days[1:], strict=False)] == [14, 7, 14, 14]
print("As found.")
PY
