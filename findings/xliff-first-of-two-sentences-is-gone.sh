#!/usr/bin/env bash
# Of a translated paragraph of two sentences the second is left: "apply by 31 March" is gone in both languages.
#
# Guess: a unit of XLIFF 2 is a paragraph and its segments are the sentences, as translation tools cut it. A reader
#        joins them, gives a list, or refuses more than one.
# Seen:  xliff 6.4.0 (npm, of i18next's family) keeps one segment a unit, the last one that it meets, as source and as
#        target. "Apply by 31 March. After that no money can be had." becomes "After that no money can be had."
#        Written back with `js2xliff` the file has that sentence only, so the translation is lost for the next one who
#        opens it. translate-toolkit 3.20.4 has both.
# So:    let no tool cut sentences in a file that this library reads, and count the segments before.
# Source: run here, xliff 6.4.0, translate-toolkit 3.20.4; OASIS XLIFF 2.1 (segment within unit).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check translate-toolkit==3.20.4 lxml==6.1.3 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" xliff@6.4.0 >/dev/null

cd "$place"
cat >call.xlf <<'XLF'
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fi" trgLang="sv"><file id="call"><unit id="1">
<segment><source>Hae 31.3. mennessä. </source><target>Sök senast 31.3. </target></segment>
<segment><source>Sen jälkeen rahaa ei saa.</source><target>Därefter kan inga pengar fås.</target></segment>
</unit></file></xliff>
XLF
cat >read.js <<'JS'
const { readFileSync } = require("node:fs");
const { xliff2js, js2xliff } = require("xliff");
(async () => {
  const read = await xliff2js(readFileSync("call.xlf", "utf8"));
  const written = await js2xliff(read);
  console.log(JSON.stringify([read.resources.call["1"], written.includes("31.3."), written.includes("pengar")]));
})();
JS
venv/bin/python - <<'PY'
import json
import subprocess

from translate.storage.xliff2 import Xliff2File

unit, first_is_written, second_is_written = json.loads(
    subprocess.run(["node", "read.js"], check=True, capture_output=True, text=True).stdout
)
print(f"  xliff: {unit}, written back: first sentence {first_is_written}, second {second_is_written}")
other = [unit.target for unit in Xliff2File.parsefile("call.xlf").units]
print(f"  translate-toolkit: {other}")

assert unit == {"source": "Sen jälkeen rahaa ei saa.", "target": "Därefter kan inga pengar fås."}, "xliff keeps both now"
assert (first_is_written, second_is_written) == (False, True), "xliff writes both now"
assert "31.3." in " ".join(other), "translate-toolkit is otherwise now"
print("As found.")
PY
