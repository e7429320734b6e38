#!/usr/bin/env bash
# A deadline that is fifteen days away is "om en månad", in a month; one that is 45 days away is "om 2 månader".
#
# Guess: `humanize()` rounds: 15 days are two weeks, 45 days a month or six weeks. If it errs, it rounds down and
#        people are early.
# Seen:  arrow 1.4.0 counts every month begun with its fifteenth day as a whole one, so that everything from 15 to 44
#        days is "in a month", and from 45 days on "in 2 months". 13 days are a week and 14 days two, so time jumps
#        from two weeks to a month overnight. It is so in Swedish, Finnish and English. Who is told "in a month" half
#        a month before a call closes, comes two weeks late.
# So:    say the day, or the number of days, of a deadline; never a rounded time.
# Source: run here, arrow 1.4.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check arrow==1.4.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import arrow

now = arrow.get(2026, 11, 2, 12)
DAYS = (13, 14, 15, 30, 44, 45, 60)
seen = {}
for locale in ("sv", "fi", "en"):
    seen[locale] = [now.shift(days=days).humanize(now, locale=locale) for days in DAYS]
    print(f"  {locale}: " + ", ".join(f"{days} days: {said}" for days, said in zip(DAYS, seen[locale], strict=True)))

month, months = "om en månad", "om 2 månader"
assert seen["sv"] == ["om en vecka", "om 2 veckor", month, month, month, months, months], "Swedish is otherwise now"
month, months = "kuukauden kuluttua", "2 kuukauden kuluttua"
weeks = ["viikon kuluttua", "2 viikon kuluttua"]
assert seen["fi"] == [*weeks, month, month, month, months, months], "Finnish is otherwise now"
assert seen["en"][2] == "in a month", "English is otherwise now"
print("As found.")
PY
