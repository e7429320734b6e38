#!/usr/bin/env bash
# Making a payment file with sepaxml changes the records that were given to it: "Åbo idrottsförening" is "Abo
# idrottsforening" in one's own list afterwards.
#
# Guess: the library writes names in the letters that every bank takes, in the file that it makes; what it was given is
#        read and stays as it is.
# Seen:  sepaxml 2.7.0 with its default of clean names replaces the texts in the caller's own dicts, of the payer and of
#        each payment: å, ä, ö, – and € are gone from them. A decision or receipt made from the same records after the
#        payment has the wrong name, one made before it the right one. With clean=False file and records keep letters.
# So:    hand it copies (`dict(payment)`), and test that what was given is equal afterwards.
# Source: run here, sepaxml 2.7.0. The account is the sample of the IBAN registry.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check sepaxml==2.7.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import date
from importlib.metadata import version

from sepaxml import SepaTransfer

ACCOUNT = {"IBAN": "FI2112345600000785", "BIC": "NDEAFIHH"}


def records_after(clean: bool) -> list[str]:
    """The texts in the caller's own records once a file was made of them, and that the file is valid."""
    payer = {"name": "Hämeen seura ry", **ACCOUNT, "batch": True, "currency": "EUR"}
    payment = {"name": "Åbo idrottsförening", **ACCOUNT, "amount": 150000, "description": "Bidrag – 1 500 €"}
    payment["execution_date"] = date(2027, 3, 31)
    transfer = SepaTransfer(payer, clean=clean)
    transfer.add_payment(payment)
    transfer.export(validate=True)
    return [payer["name"], payment["name"], payment["description"]]


cleaned, kept = records_after(clean=True), records_after(clean=False)
print("sepaxml", version("sepaxml"))
print("  clean=True: ", cleaned)
print("  clean=False:", kept)

assert cleaned == ["Hameen seura ry", "Abo idrottsforening", "Bidrag - 1 500 EUR"], "the records are otherwise now"
assert kept == ["Hämeen seura ry", "Åbo idrottsförening", "Bidrag – 1 500 €"], "the records change without cleaning too"
print("As found.")
PY
