#!/usr/bin/env bash
# Paragraph 45 of a board's minutes is paragraph 1 when inscriptis makes text of the page.
#
# Guess: a converter of HTML to text that keeps the numbers of lists and honours `<li value="45">` honours
#        `<ol start="45">` too, the way in which every editor writes a list that goes on after a paragraph.
# Seen:  inscriptis 2.7.6 numbers every list from 1, whatever `start` says; with `value` on the item it is right. So the
#        decision in paragraph 47 is number 1, as is that in 45, and an appeal against "paragraph 47" finds none in the
#        text. html2text 2025.4.15 and markdownify 1.2.3 (Python) and html-to-text 10.0.1 (npm) keep `start`, and those
#        three lose `value`: no reader has both.
# So:    write the number of a paragraph as text, not as a list's.
# Source: run here, the versions above; HTML standard, the ol and li elements.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check inscriptis==2.7.6 html2text==2025.4.15 \
    markdownify==1.2.3 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" html-to-text@10.0.1 >/dev/null

cd "$place"
cat >text.cjs <<'JS'
const { convert } = require("html-to-text");
process.stdout.write(convert(process.argv[2]));
JS
venv/bin/python - <<'PY'
import re
import subprocess

import html2text
import inscriptis
import markdownify

LISTS = {
    "start": '<ol start="45"><li>Bidrag</li><li>Lokaler</li></ol><p>Paus</p><ol start="47"><li>Val</li></ol>',
    "value": '<ol><li value="45">Bidrag</li><li>Lokaler</li></ol><p>Paus</p><ol><li value="47">Val</li></ol>',
}
READERS = {
    "inscriptis": inscriptis.get_text,
    "html2text": html2text.html2text,
    "markdownify": markdownify.markdownify,
    "html-to-text": lambda page: subprocess.run(
        ["node", "text.cjs", page], check=True, capture_output=True, text=True
    ).stdout,
}
seen = {}
for reader, convert in READERS.items():
    seen[reader] = {way: [int(one) for one in re.findall(r"\d+", convert(page))] for way, page in LISTS.items()}
    print(f"  {reader}: {seen[reader]}")

KEEPS_START = {"start": [45, 46, 47], "value": [1, 2, 1]}
assert seen == {
    "inscriptis": {"start": [1, 2, 1], "value": [45, 46, 47]},
    "html2text": KEEPS_START,
    "markdownify": KEEPS_START,
    "html-to-text": KEEPS_START,
}, "lists are numbered otherwise now"
print("As found.")
PY
