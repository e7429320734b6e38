#!/usr/bin/env bash
# Midsummer Eve and Christmas Eve: holidays of Finland, working days of Sweden, in the same library and default set.
#
# Guess: in both countries offices are closed on Midsummer Eve and Christmas Eve, so both calendars have them, or both
#        have them in one further category of the same name.
# Seen:  holidays 0.109: Finland's default set has both eves. Sweden's has neither; they are in the category `de_facto`,
#        which exists for Sweden alone: asked of Finland it is a ValueError. One line of code for two countries either
#        sends a Swede to a closed office or stops in Finland.
# So:    ask each country for its own categories and test the eves of both.
# Source: run here, holidays 0.109.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import date

import holidays

EVES = (date(2027, 6, 25), date(2027, 12, 24))


def names(country: str, *categories: str) -> list[str | None]:
    try:
        calendar = holidays.country_holidays(country, years=2027, categories=categories or None)
    except ValueError as error:
        return [f"ValueError: {error}"]
    return [calendar.get(day) for day in EVES]


seen = {
    "Finland, default": names("FI"),
    "Sweden, default": names("SE"),
    "Sweden, public and de_facto": names("SE", "public", "de_facto"),
    "Finland, public and de_facto": names("FI", "public", "de_facto"),
}
print("holidays", holidays.__version__)
for what, found in seen.items():
    print(f"  {what}: {found}")

eves = ["Midsummer Eve", "Christmas Eve"]
assert seen["Finland, default"] == eves, "Finland's default set has changed"
assert seen["Sweden, default"] == [None, None], "Sweden's default set has changed"
assert seen["Sweden, public and de_facto"] == eves, "Sweden's category has changed"
assert seen["Finland, public and de_facto"][0].startswith("ValueError"), "Finland knows the category now"
print("As found.")
PY
