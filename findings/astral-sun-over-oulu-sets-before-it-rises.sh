#!/usr/bin/env bash
# Ask astral for the sunset of a June day in Oulu, and it is that of the evening before.
#
# Guess: the sunset of 21 June is the one at which the light of that day ends, also where it comes after midnight: the
#        lamps of a pitch, or "until sunset" on a permit for an evening outdoors, go by it.
# Seen:  astral 3.2 keeps to the date: in Oulu the sun of 21 June rises at 02.20 and "set" at 00.19 before that, from 10
#        June to 4 July; the day is minus two hours long. On 9 June there is no sunset (an error), and on 1 June no
#        sunrise, since at 03.00 in Finland the date changes in London. suntime 1.4.0 and suncalc 2.0.2 (npm) give about
#        00.20 on the 22nd. In Helsinki sunset follows sunrise all summer, so a test written there sees nothing.
# So:    take the first sunset after the day's noon.
# Source: run here, astral 3.2, suntime 1.4.0, suncalc 2.0.2, for 65.01 north and 25.47 east in 2027.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check astral==3.2 suntime==1.4.0 tzdata==2026.3 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" suncalc@2.0.2 >/dev/null

cd "$place"
cat >sunset.mjs <<'JS'
import { getTimes } from "suncalc";
const { sunset } = getTimes(new Date("2027-06-21T12:00:00+03:00"), 65.01, 25.47);
console.log(sunset.toISOString());
JS
venv/bin/python - <<'PY'
import subprocess
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from astral import Observer
from astral.sun import sunrise, sunset
from suntime import Sun

ZONE = ZoneInfo("Europe/Helsinki")
OULU, HELSINKI = Observer(65.01, 25.47), Observer(60.17, 24.94)
told = subprocess.run(["node", "sunset.mjs"], check=True, capture_output=True, text=True).stdout.strip()
day = date(2027, 6, 21)
noon = datetime(2027, 6, 21, 12, tzinfo=ZONE)
seen = {
    "astral": sunset(OULU, day, tzinfo=ZONE),
    "suntime": Sun(65.01, 25.47).get_sunset_time(noon, ZONE),
    "suncalc": datetime.fromisoformat(told).astimezone(ZONE),
}
for library, found in seen.items():
    print(f"  {library}: the sun of 21 June sets on {found:%d.%m. at %H.%M}")
assert {library: f"{found:%d %H}" for library, found in seen.items()} == {
    "astral": "21 00",
    "suntime": "22 00",
    "suncalc": "22 00",
}, "another evening is meant now"
assert sunset(OULU, day) < sunrise(OULU, day), "the sun rises first now"

summer = [date(2027, 5, 1) + timedelta(days=number) for number in range(92)]
wrong, none = [], []
for one in summer:
    assert sunset(HELSINKI, one, tzinfo=ZONE) > sunrise(HELSINKI, one, tzinfo=ZONE)
    try:
        if sunset(OULU, one, tzinfo=ZONE) < sunrise(OULU, one, tzinfo=ZONE):
            wrong.append(one)
    except ValueError as error:
        none.append((str(one), str(error).split(" time")[0]))
print(f"  before it rises from {wrong[0]} to {wrong[-1]}; {none}")
assert (wrong[0], wrong[-1], len(wrong)) == (date(2027, 6, 10), date(2027, 7, 4), 25)
assert none == [("2027-06-01", "Unable to find a sunrise"), ("2027-06-09", "Unable to find a sunset")]
print("As found.")
PY
