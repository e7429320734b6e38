#!/usr/bin/env bash
# "The meeting begins at {time}" says "The meeting begins at 1 mars 2026" in Python, and its list of errors is empty.
#
# Guess: `DATETIME($when, hour: "2-digit", minute: "2-digit")` and `weekday: "long"` of Project Fluent, which its own
#        JavaScript library has, are either done in Python too or put into the list of errors that comes with each
#        text.
# Seen:  fluent.runtime 0.4.0 takes the options and does nothing with them: where the hour or the weekday was asked
#        for stands the day, in a medium form. The list of errors is empty; what is told is a Python warning, once an
#        option and process. @fluent/bundle 0.19.1 (npm) says 18:30 and söndag with the same text. Only `dateStyle`
#        and `timeStyle` are heard in Python.
# So:    in Python use `timeStyle: "short"`, and read each date of a translation in all programs that use it.
# Source: run here, fluent.runtime 0.4.0, @fluent/bundle 0.19.1.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check fluent.runtime==0.4.0 babel==2.19.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" @fluent/bundle@0.19.1 >/dev/null

cd "$place"
cat >meeting.ftl <<'FTL'
at = Mötet börjar { DATETIME($when, hour: "2-digit", minute: "2-digit") }
on = Mötet är på en { DATETIME($when, weekday: "long") }
style = Mötet börjar { DATETIME($when, timeStyle: "short") }
FTL
cat >say.js <<'JS'
const { readFileSync } = require("node:fs");
const { FluentBundle, FluentResource } = require("@fluent/bundle");
const bundle = new FluentBundle("sv", { useIsolating: false });
bundle.addResource(new FluentResource(readFileSync("meeting.ftl", "utf8")));
const errors = [];
const when = new Date(2026, 2, 1, 18, 30);
const say = (name) => bundle.formatPattern(bundle.getMessage(name).value, { when }, errors);
console.log(JSON.stringify([["at", "on", "style"].map(say), errors.length]));
JS
venv/bin/python - <<'PY'
import json
import subprocess
import warnings
from datetime import datetime
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

bundle = FluentBundle(["sv"], use_isolating=False)
bundle.add_resource(FluentResource(Path("meeting.ftl").read_text(encoding="utf-8")))
said, errors = [], []
warnings.simplefilter("ignore", UserWarning)
for name in ("at", "on", "style"):
    text, told = bundle.format_pattern(bundle.get_message(name).value, {"when": datetime(2026, 3, 1, 18, 30)})
    said.append(text)
    errors += told
in_js, errors_in_js = json.loads(subprocess.run(["node", "say.js"], check=True, capture_output=True, text=True).stdout)
print(f"  fluent.runtime: {said}, {len(errors)} errors")
print(f"  @fluent/bundle: {in_js}, {errors_in_js} errors")

assert errors == [] and errors_in_js == 0, "errors are told now"
right = "Mötet börjar 18:30"
assert said == ["Mötet börjar 1 mars 2026", "Mötet är på en 1 mars 2026", right], "Python says it otherwise now"
assert in_js == [right, "Mötet är på en söndag", right], "JavaScript says it otherwise now"
print("As found.")
PY
