#!/usr/bin/env bash
# "Vasa IF", written into a contact card as its organisation, is the organisation "V" with the units a, s, a, I and F.
#
# Guess: a name that is given as plain text where a list of name and units is meant becomes that name, or is refused,
#        as plain text is for a person's name.
# Seen:  vobject 0.9.9 takes the text as a list of its letters: `ORG:V;a;s;a; ;I;F`. Reading the card gives seven
#        parts again, a telephone shows "V". The brackets of a list are all that was forgotten. A person's name that
#        is plain text is refused, loudly.
# So:    give `["Vasa IF"]`, and read a card once with other eyes before it is sent.
# Source: run here, vobject 0.9.9; RFC 2426, 3.5.5 (ORG is name;unit;unit).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check vobject==0.9.9 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import vobject


def card(organisation) -> str:
    """A contact card of a made-up person in the organisation."""
    made = vobject.vCard()
    made.add("n").value = vobject.vcard.Name(family="Exempel", given="Anna")
    made.add("fn").value = "Anna Exempel"
    made.add("org").value = organisation
    return made.serialize()


def line(text: str) -> str:
    """The line of the organisation."""
    return next(one for one in text.splitlines() if one.startswith("ORG"))


as_text, as_list = line(card("Vasa IF")), line(card(["Vasa IF"]))
read = vobject.readOne(card("Vasa IF")).org.value
plain = vobject.vCard()
plain.add("fn").value = "Anna Exempel"
plain.add("n").value = "Anna Exempel"
try:
    plain.serialize()
    name = "taken"
except vobject.base.NativeError:
    name = "refused"
print(f"  given as text: {as_text}, read again {read}; as a list: {as_list}; a person's name as text: {name}")

assert as_text == "ORG:V;a;s;a; ;I;F", "text is taken as a name now"
assert read == ["V", "a", "s", "a", " ", "I", "F"]
assert (as_list, name) == ("ORG:Vasa IF", "refused")
print("As found.")
PY
