#!/usr/bin/env bash
# "1.500", asked strictly, is fifteen hundred to Babel in Danish and German, and one and a half in Swedish and Finnish.
#
# Guess: `parse_decimal("1.500", locale="fi", strict=True)` is an error: in Finnish and Swedish the point is neither the
#        sign of thousands (a space) nor that of decimals (a comma), and strict means that oddly written numbers are
#        refused.
# Seen:  Babel 2.19.0 looks for oddities only where the sign of thousands occurs; a lone point then goes through as
#        Python's own, so the answer is 1.500. "1.500.000" is refused. People who write "1.500" mean fifteen hundred:
#        a grant a thousand times too small, without a question.
# So:    refuse or ask about a point with three digits after it before Babel is asked.
# Source: run here, Babel 2.19.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from decimal import Decimal

import babel
from babel.numbers import NumberFormatError, parse_decimal


def read(text: str, locale: str) -> Decimal | None:
    """The number, or None where Babel refuses the text."""
    try:
        return parse_decimal(text, locale=locale, strict=True)
    except NumberFormatError:
        return None


print("Babel", babel.__version__)
locales = ("da_DK", "de_DE", "sv_SE", "sv_FI", "fi_FI")
seen = {text: {locale: read(text, locale) for locale in locales} for text in ("1.500", "1.500.000")}
for text, numbers in seen.items():
    print(f"  {text}: {', '.join(f'{locale} {number}' for locale, number in numbers.items())}")

for locale in ("da_DK", "de_DE"):
    assert (seen["1.500"][locale], seen["1.500.000"][locale]) == (1500, 1500000), f"{locale} is otherwise now"
for locale in ("sv_SE", "sv_FI", "fi_FI"):
    assert (seen["1.500"][locale], seen["1.500.000"][locale]) == (Decimal("1.5"), None), f"{locale} is otherwise now"
print("As found.")
PY
