#!/usr/bin/env bash
# Maj Lindqvist is Major Lindqvist and has no first name; Sultan Ali, Mahdi Ali and Imam Ali have none either.
#
# Guess: two words are a first and a last name. A title before a name ("Prof. Anna Lindqvist") is known as such
#        because a first name and a last name are left after it.
# Seen:  nameparser 2.6.0 takes the first word as a title whenever it stands in its list, even if no first name is
#        left then. "maj" is there as the short form of major, and is a common Swedish first name; "sultan", "mahdi"
#        and "imam" are first names as well. "Berg, Maj" has no first name, "Maj Britt Lindqvist" is a Britt. A letter
#        to "{first} {last}" has no first name in it, and a list of members that is sorted by it begins with her.
#        Maj-Britt, with a hyphen, is right.
# So:    keep names as people write them, and ask for the two parts where both are needed.
# Source: run here, nameparser 2.6.0. The names are made up.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check nameparser==2.6.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from nameparser import HumanName

WOMEN = ("Maj Lindqvist", "Berg, Maj", "Maj Britt Lindqvist", "Maj-Britt Lindqvist", "Saga Ek")
seen = {}
for name in (*WOMEN, "Sultan Ali", "Mahdi Ali", "Imam Ali"):
    read = HumanName(name)
    seen[name] = (read.title, read.first, read.last)
    print(f"  {name}: title {read.title!r}, first name {read.first!r}, last name {read.last!r}")

assert seen == {
    "Maj Lindqvist": ("Maj", "", "Lindqvist"),
    "Berg, Maj": ("Maj", "", "Berg"),
    "Maj Britt Lindqvist": ("Maj", "Britt", "Lindqvist"),
    "Maj-Britt Lindqvist": ("", "Maj-Britt", "Lindqvist"),
    "Sultan Ali": ("Sultan", "", "Ali"),
    "Mahdi Ali": ("Mahdi", "", "Ali"),
    "Imam Ali": ("Imam", "", "Ali"),
    "Saga Ek": ("", "Saga", "Ek"),
}, "names are read otherwise now"
print("As found.")
PY
