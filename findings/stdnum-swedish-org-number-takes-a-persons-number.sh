#!/usr/bin/env bash
# A Swedish personal identity number is a valid organisation number to the validator of organisation numbers.
#
# Guess: `stdnum.se.orgnr` refuses personal identity numbers, because the third digit of a company's or an association's
#        number is never below 2, where a person's number has a month.
# Seen:  python-stdnum 2.2 checks length and check digit only: the tax agency's own example of a person passes as an
#        organisation. It does not name the difference in its documentation. A form that trusts it stores and prints a
#        person's number as that of an association.
# So:    look at the third digit first, and say that a person's number is not wanted here.
# Source: run here, python-stdnum 2.2; the number is the sample that the Swedish tax agency shows.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check python-stdnum==2.2 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import stdnum
from stdnum.se import orgnr, personnummer

association, person = "802002-4280", "811218-9876"
seen = {text: (orgnr.is_valid(text), personnummer.is_valid(text)) for text in (association, person)}
print("python-stdnum", stdnum.__version__)
for text, (as_organisation, as_person) in seen.items():
    print(f"  {text}: organisation {as_organisation}, person {as_person}")

assert seen[association] == (True, False), "the association's number is judged otherwise now"
assert seen[person] == (True, True), "the person's number is no organisation's any more"
print("As found.")
PY
