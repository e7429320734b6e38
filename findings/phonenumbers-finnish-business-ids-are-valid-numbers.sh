#!/usr/bin/env bash
# Five in six Finnish business ids, a postal code and a date are "valid" Finnish phone numbers.
#
# Guess: `phonenumbers.is_valid_number` tells a Finnish phone number from another number on a form, because national
#        numbers there are written with a leading 0.
# Seen:  9.0.43: the leading 0 is optional when a region is given. The postal code 65100, the date 31.12.2027 and five
#        in six of all possible business ids are valid numbers, and are formatted as such without a word.
# So:    ask for `+`, `00`, a leading 0 or the country's code before the library is asked at all.
# Source: run here, phonenumbers 9.0.43 and python-stdnum 2.2 (for the check digit of the ids).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43 python-stdnum==2.2 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import phonenumbers
from stdnum.fi import ytunnus


def as_phone(text: str) -> str:
    number = phonenumbers.parse(text, "FI")
    valid = phonenumbers.is_valid_number(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL) if valid else ""


written = [f"{body:07d}-{check}" for body in range(100_000, 3_300_000, 1_183) for check in range(10)]
ids = [text for text in written if ytunnus.is_valid(text)]
valid = sum(bool(as_phone(text)) for text in ids)
shown = {text: as_phone(text) for text in ("65100", "31.12.2027", "2077474-0")}
print("phonenumbers", phonenumbers.__version__)
print(f"  {valid} of {len(ids)} business ids are valid phone numbers")
for text, found in shown.items():
    print(f"  {text} is {found or 'no number'}")

assert all(shown.values()), "one of them is no longer a phone number"
assert valid / len(ids) > 0.75, "most business ids are no longer phone numbers"
print("As found.")
PY
