#!/usr/bin/env bash
# Five people who are welcome are told so in the form that Northern Sami has for two.
#
# Guess: a catalogue of translations says in its head how many forms a number has and which is whose; whoever reads it
#        goes by that. Northern Sami has three: for one, for two, and for more.
# Seen:  node-gettext 3.0.1 does not read that line. It has a list of its own, where Northern Sami has two forms, so
#        that the form for two is said of three, five and a hundred, and the form for many never. For Inari Sami,
#        Skolt Sami and Meänkieli, which its list lacks, it fails at the first number. Python's own gettext gets it
#        right with the same file.
# So:    take a library that reads `Plural-Forms`, and test each language with 1, 2 and 5.
# Source: run here, node-gettext 3.0.1, gettext-parser 10.0.0, Python's gettext with Babel 2.19.0; Unicode CLDR plural
#        rules (se, smn, sms: one, two, other). The words of the sample say only which form they are.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" node-gettext@3.0.1 gettext-parser@10.0.0 >/dev/null

cd "$place"
cat >welcome.po <<'PO'
msgid ""
msgstr ""
"Language: se\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);\n"

msgid "person"
msgid_plural "people"
msgstr[0] "one"
msgstr[1] "two"
msgstr[2] "many"
PO
cat >say.mjs <<'JS'
import { readFileSync } from "node:fs";
import { po } from "gettext-parser";
import Gettext from "node-gettext";

const said = {};
for (const language of ["se", "smn", "sms", "fit"]) {
  const gettext = new Gettext();
  gettext.addTranslations(language, "messages", po.parse(readFileSync("welcome.po")));
  gettext.setLocale(language);
  try {
    said[language] = [1, 2, 3, 5, 100].map((count) => gettext.ngettext("person", "people", count));
  } catch (error) {
    said[language] = error.constructor.name;
  }
}
console.log(JSON.stringify(said));
JS
venv/bin/python - <<'PY'
import gettext
import io
import json
import subprocess

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

said = json.loads(subprocess.run(["node", "say.mjs"], check=True, capture_output=True, text=True).stdout)
compiled = io.BytesIO()
with open("welcome.po", "rb") as source:
    write_mo(compiled, read_po(source))
compiled.seek(0)
catalogue = gettext.GNUTranslations(compiled)
by_python = [catalogue.ngettext("person", "people", count) for count in (1, 2, 3, 5, 100)]
print(f"  node-gettext, of 1, 2, 3, 5, 100: {said}")
print(f"  Python: {by_python}")

assert said["se"] == ["one", "two", "two", "two", "two"], "Northern Sami is otherwise now"
assert {said[language] for language in ("smn", "sms", "fit")} == {"TypeError"}, "the other languages are otherwise now"
assert by_python == ["one", "two", "many", "many", "many"], "Python is otherwise now"
print("As found.")
PY
