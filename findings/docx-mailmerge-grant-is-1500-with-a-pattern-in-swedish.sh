#!/usr/bin/env bash
# A grant merged into a Swedish Word letter is "1500 ##0,00 kr": docx-mailmerge2 knows English patterns only.
#
# Guess: a merge field's own switches, as Word writes them in a Swedish or Finnish office, are carried out as Word does:
#        `\# "# ##0,00 kr"` gives "1 500,50 kr", `\@ "d MMMM yyyy"` in a Swedish paragraph "1 mars 2027".
# Seen:  docx-mailmerge2 1.0.3 takes the comma for the sign of thousands and the space for the pattern's end: the sum is
#        "1500 ##0,00 kr" and with `0,00` "1,500", cents gone, no error. `#,##0.00`, as an English Word writes it, is
#        right. The month is March, in English, whatever the language of the paragraph.
# So:    merge texts that are written out already, into fields without switches.
# Source: run here, docx-mailmerge2 1.0.3, python-docx 1.2.0 (writes and reads); Word takes both signs from the system.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check docx-mailmerge2==1.0.3 python-docx==1.2.0 2>/dev/null

cd "$place"
venv/bin/python - <<'PY'
from datetime import date
from importlib.metadata import version
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from mailmerge import MailMerge

RUNS = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve">{}</w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:rPr><w:lang w:val="sv-SE"/></w:rPr><w:t>«value»</w:t>',
    '<w:fldChar w:fldCharType="end"/>',
)


def merged(switch: str, value) -> str:
    """The text of a letter with one merge field, after the merge."""
    letter = docx.Document()
    paragraph = letter.add_paragraph()
    for run in RUNS:
        inner = run.format(escape(f" MERGEFIELD value {switch} "))
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
    letter.save("letter.docx")
    with MailMerge("letter.docx") as merge:
        merge.merge(value=value)
        merge.write("merged.docx")
    return docx.Document("merged.docx").paragraphs[0].text


FIELDS = {
    r'\# "#,##0.00"': (1500.5, "1,500.50"),
    r'\# "# ##0,00 kr"': (1500.5, "1500 ##0,00 kr"),
    r'\# "0,00"': (1500.5, "1,500"),
    r'\@ "d.M.yyyy"': (date(2027, 3, 1), "1.3.2027"),
    r'\@ "d MMMM yyyy"': (date(2027, 3, 1), "1 March 2027"),
}
print("docx-mailmerge2", version("docx-mailmerge2"))
seen = {switch: (value, merged(switch, value)) for switch, (value, _) in FIELDS.items()}
for switch, (value, text) in seen.items():
    print(f"  {switch} of {value}: {text}")

assert seen == FIELDS, "switches are carried out otherwise now"
print("As found.")
PY
