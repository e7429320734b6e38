#!/usr/bin/env bash
# A municipality's list of clubs, read by agate: ages 1-5 are a day in January 2001, opening at 12:00 is twelve minutes.
#
# Guess: a reader that finds out the kind of each column takes "2027-03-31" for a date and leaves what is none as text:
#        "1-5" has no year, "12:00" no unit, and "1.4.2027" is April for whoever writes points.
# Seen:  agate 1.14.2, the library under csvkit: ages ("1-5", "6-10") become days of the year 2001, opening hours become
#        lengths (12:00 is 12 minutes, 15:45 is 15 minutes and 45 seconds), weekdays ("Mon", "Sun") days of the year 1,
#        and days of April 1.4. and 2.4. become 4 January and 4 February. With a 31.3. among them the column stays text,
#        so it hangs on the other rows whether a day is right.
# So:    name the kind of each column (`TypeTester(force=...)`, or `-I` in csvkit), and read dates oneself.
# Source: run here, agate 1.14.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check agate==1.14.2 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import date, timedelta
from importlib.metadata import version
from io import StringIO

import agate

LISTS = {
    "ages": ("1-5", "6-10"),
    "opens": ("12:00", "15:45"),
    "weekday": ("Mon", "Sun"),
    "days of April": ("1.4.2027", "2.4.2027"),
    "days of March and April": ("31.3.2027", "1.4.2027"),
}


def read(values: tuple[str, ...]) -> list:
    """The column of a CSV file as agate takes it."""
    table = agate.Table.from_csv(StringIO("\n".join(("column", *values)) + "\n"))
    return list(table.columns["column"].values())


seen = {name: read(values) for name, values in LISTS.items()}
print("agate", version("agate"))
for name, values in seen.items():
    print(f"  {name}: {LISTS[name]} are {[str(value) for value in values]}")

assert seen["ages"] == [date(2001, 1, 5), date(2001, 6, 10)], "ages are read otherwise now"
assert seen["opens"] == [timedelta(minutes=12), timedelta(minutes=15, seconds=45)], "hours are read otherwise now"
assert all(value.year == 1 for value in seen["weekday"]), "weekdays are read otherwise now"
assert seen["days of April"] == [date(2027, 1, 4), date(2027, 2, 4)], "days with points are read otherwise now"
assert seen["days of March and April"] == ["31.3.2027", "1.4.2027"], "the mixed column is read otherwise now"
print("As found.")
PY
