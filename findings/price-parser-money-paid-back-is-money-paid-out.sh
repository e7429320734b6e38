#!/usr/bin/env bash
# "-1 500 kr", a grant that was paid back, is 1500 to price-parser, as is the same grant when it was paid out.
#
# Guess: a reader of sums that knows "kr", "€", spaces as thousands and commas as decimals keeps the sign, or answers
#        nothing where it cannot: its documentation says no word about signs.
# Seen:  price-parser 0.5.1 drops every sign: "-1 500 kr", the true minus "−1 500,50 €", "- 1 500 kr" and the brackets of
#        an accountant are all positive. A list of +1 500 and -1 500 sums to 3 000. "12 tkr" is 12 and "1,5 milj. €" is
#        1.5 as well, with the currency found, so a thousand or a million is lost without a sign of doubt.
# So:    read sign and scale word oneself before the digits, and ask back when anything else stands beside them.
# Source: run here, price-parser 0.5.1.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check price-parser==0.5.1 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from price_parser import Price

EXPECTED = {
    "1 500 kr": ("1500", "kr"),
    "-1 500 kr": ("1500", "kr"),
    "- 1 500 kr": ("1500", "kr"),
    "−1 500,50 €": ("1500.50", "€"),
    "(1 500,50 €)": ("1500.50", "€"),
    "12 tkr": ("12", "kr"),
    "1,5 milj. €": ("1.5", "€"),
}
seen = {}
print("price-parser", version("price-parser"))
for text in EXPECTED:
    price = Price.fromstring(text)
    seen[text] = (str(price.amount), price.currency)
    print(f"  {text}: {seen[text]}")
in_and_out = sum(Price.fromstring(text).amount for text in ("1 500 kr", "-1 500 kr"))
print(f"  paid out and paid back: {in_and_out}")

assert seen == EXPECTED, "signs or scale words are read otherwise now"
assert in_and_out == 3000, "what was paid back is taken off now"
print("As found.")
PY
