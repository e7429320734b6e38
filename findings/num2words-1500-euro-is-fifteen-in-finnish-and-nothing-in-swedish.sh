#!/usr/bin/env bash
# A grant of 1500 in words: fifteen euro in Finnish, no answer in Swedish, and a Swedish word with three t.
#
# Guess: `num2words(1500, to="currency", currency="EUR")` says "one thousand five hundred euro" in either language.
# Seen:  num2words 0.5.14. Finnish: a whole number is taken for cents, "viisitoista euroa" (fifteen euro), and 1500.0 is
#        right, so that int or float makes a hundredfold. Swedish: TypeError, its currency takes no `currency`. The
#        number alone is "etttusen femhundra" with three t, which Swedish spelling does not have ("ettusen").
# So:    write sums in digits; where a form asks for words, take them from a list of one's own.
# Source: run here, num2words 0.5.14.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from num2words import num2words


def words(amount: float, language: str, **what: str) -> str:
    try:
        return num2words(amount, lang=language, **what)
    except TypeError as error:
        return f"TypeError: {error}"


euro = {"to": "currency", "currency": "EUR"}
seen = {
    "fi, 1500 euro": words(1500, "fi", **euro),
    "fi, 1500.0 euro": words(1500.0, "fi", **euro),
    "sv, 1500 euro": words(1500, "sv", **euro),
    "sv, 1500": words(1500, "sv"),
}
print("num2words", version("num2words"))
for asked, answer in seen.items():
    print(f"  {asked}: {answer}")

assert seen["fi, 1500 euro"].startswith("viisitoista euroa"), "a whole number is no longer cents in Finnish"
assert seen["fi, 1500.0 euro"].startswith("tuhat viisisataa euroa")
assert seen["sv, 1500 euro"].startswith("TypeError"), "Swedish has currencies now"
assert seen["sv, 1500"] == "etttusen femhundra", "the Swedish number is spelt otherwise now"
print("As found.")
PY
