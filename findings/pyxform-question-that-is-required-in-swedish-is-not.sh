#!/usr/bin/env bash
# A survey whose sheet says "ja" under "required" asks for nothing: to pyxform that is the name of another question.
#
# Guess: a sheet of XLSForm, which ODK and Kobo read, with "ja" or "kyllä" where English has "yes" makes the question
#        required, or is refused with the line that is wrong.
# Seen:  pyxform 4.5.0 knows "yes", "TRUE" and their like; all other words go into the form as a path, to a question of
#        the name "ja", without a warning. There is none, so the condition is never true and the question may be left
#        out. "nej" and "ei" happen to work. A label that is missing in one language becomes "-", and a default of
#        "1500,50" for a decimal is kept as it is.
# So:    write the column in English, and send one empty answer before a survey goes out.
# Source: run here, pyxform 4.5.0; the condition evaluated with lxml 6.1.3, as an XForm's bind is XPath.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pyxform==4.5.0 lxml==6.1.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from lxml import etree
from pyxform.xls2xform import convert

SURVEY = """
| survey |
|        | type    | name | label::Svenska (sv)  | label::Suomi (fi) | required | default |
|        | text    | club | Föreningens namn     | Yhdistyksen nimi  | {}       |         |
|        | decimal | sum  | Summa i euro         |                   |          | 1500,50 |
"""
NAMES = {"x": "http://www.w3.org/2002/xforms", "h": "http://www.w3.org/1999/xhtml"}


def made(word: str):
    result = convert(xlsform=SURVEY.format(word))
    assert result.warnings == [], result.warnings
    return etree.fromstring(result.xform.encode())


def required(form) -> bool:
    """Tell whether the first question has to be answered when nothing is answered yet."""
    condition = form.xpath("string(//x:bind[@nodeset='/data/club']/@required)", namespaces=NAMES)
    answers = etree.fromstring("<data><club/><sum/></data>")
    return bool(answers.xpath(f"boolean({condition})"))


WORDS = {"yes": True, "TRUE": True, "ja": False, "kyllä": False, "no": False, "nej": False, "ei": False}
forms = {word: made(word) for word in WORDS}
seen = {word: required(form) for word, form in forms.items()}
print("pyxform", version("pyxform"), "required:", seen)
label = forms["ja"].xpath("string(//x:translation[@lang='Suomi (fi)']/x:text[@id='/data/sum:label'])", namespaces=NAMES)
default = forms["ja"].xpath("string(//x:instance/*/x:sum | //x:instance//*[local-name()='sum'])", namespaces=NAMES)
print(f"  label that is missing: {label.strip()!r}, default of a decimal: {default!r}")

assert seen == WORDS, "other words make a question required now"
assert (label.strip(), default) == ("-", "1500,50")
print("As found.")
PY
