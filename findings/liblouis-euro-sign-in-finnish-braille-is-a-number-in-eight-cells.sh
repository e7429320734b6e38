#!/usr/bin/env bash
# On a Finnish or Swedish 8-dot braille line the euro sign and the dash of "5–10" are read as '\x20ac' and '\x2013'.
#
# Guess: the tables by which screen readers write Finnish and Swedish on a braille line have the signs that Finnish and
#        Swedish offices use: the euro, the dash between figures, the closing quotation mark that opens as well, §.
# Seen:  liblouis 3.24.0, fi-fi-8dot.ctb and sv-1996.ctb: of those the euro, the dash and the mark come out as their number
#        in eight cells each, so "5–10" is "5'\x2013'10" and a quoted word is buried; the Finnish table lacks § and ²
#        too. Danish da-dk-g08.ctb and Norwegian no-no-8dot.utb have all of them, each in one cell.
# So:    in messages write "euro", "5-10" with the plain hyphen and straight marks, which every table has; keep the
#        typographic ones for paper.
# Source: run here, liblouis-bin, liblouis20 and liblouis-data 3.24.0-1 (Debian 12; the packages are unpacked into the
#        temporary folder, not installed). Needs apt-get and dpkg.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
cd "$place"
apt-get -qq download liblouis-bin=3.24.0-1 liblouis20=3.24.0-1 liblouis-data=3.24.0-1 2>/dev/null
for package in ./*.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$place/root" -name 'liblouis.so.20' | head -1)")
export LD_LIBRARY_PATH LOUIS_TABLEPATH="$place/root/usr/share/liblouis/tables"

python3 - <<'PY'
import subprocess

SIGNS = {"euro": "€", "dash": "–", "quotation mark": "”", "section": "§", "squared": "²", "hyphen": "-"}
TABLES = ("fi-fi-8dot.ctb", "sv-1996.ctb", "da-dk-g08.ctb", "no-no-8dot.utb")


def cells(table: str, sign: str) -> str:
    """The cells that the table writes for one sign."""
    command = ["root/usr/bin/lou_translate", "--forward", f"unicode.dis,{table}"]
    return subprocess.run(command, input=f"{sign}\n", check=True, capture_output=True, text=True).stdout.strip()


version = subprocess.run(["root/usr/bin/lou_translate", "--version"], check=True, capture_output=True, text=True).stdout
print(version.splitlines()[0])
missing = {}
for table in TABLES:
    written = {name: cells(table, sign) for name, sign in SIGNS.items()}
    print(f"  {table}: {written}")
    missing[table] = [name for name, braille in written.items() if len(braille) > 1]

assert missing == {
    "fi-fi-8dot.ctb": ["euro", "dash", "quotation mark", "section", "squared"],
    "sv-1996.ctb": ["euro", "dash", "quotation mark"],
    "da-dk-g08.ctb": [],
    "no-no-8dot.utb": [],
}, "other signs are missing now"
assert len(cells("fi-fi-8dot.ctb", "€")) == 8, "a missing sign is written otherwise now"
print("As found.")
PY
