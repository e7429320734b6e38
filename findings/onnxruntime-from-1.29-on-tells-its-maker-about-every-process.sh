#!/usr/bin/env bash
# A bot that keeps people's words loads onnxruntime: from 1.29 on it gets an identity and looks for Microsoft's server.
#
# Guess: on Linux the library reckons and does nothing else; what it tells its maker it tells from Windows only, and
#        `disable_telemetry_events()` is there for that.
# Seen:  up to 1.28.0 nothing. In 1.29.0 to 1.32.0 the import alone makes ~/.cache/Microsoft/DeveloperTools/.onnxruntime
#        with a `deviceid` and a database of events, begins two threads, and asks for the address of
#        mobile.events.data.microsoft.com some seconds later. With ORT_DISABLE_TELEMETRY=1 set before the import it does
#        none of that.
# So:    stay below 1.29, where there is nothing to be switched off (pyproject.toml); hold by a test that loading leaves
#        nothing at home.
# Source: run here with strace, onnxruntime 1.27.0, 1.28.0, 1.29.0 and 1.32.0 on Linux.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for version in 1.28.0 1.32.0; do
  python3 -m venv "$place/$version"
  "$place/$version/bin/pip" install --quiet --disable-pip-version-check onnxruntime==$version 2>/dev/null
done

left() { # what a home holds after the import in it: VERSION SETTING
  rm -rf "$place/home" && mkdir "$place/home"
  env HOME="$place/home" "$2" "$place/$1/bin/python" -c 'import onnxruntime, time; time.sleep(2)'
  (cd "$place/home" && find . -type f | sort | tr '\n' ' ')
}

old=$(left 1.28.0 NOTHING=1)
new=$(left 1.32.0 NOTHING=1)
off=$(left 1.32.0 ORT_DISABLE_TELEMETRY=1)
echo "onnxruntime 1.28.0 leaves: ${old:-nothing}"
echo "onnxruntime 1.32.0 leaves: ${new:-nothing}"
echo "onnxruntime 1.32.0, switched off, leaves: ${off:-nothing}"
[ -z "$old" ] || { echo "1.28.0 leaves something now"; exit 1; }
case "$new" in *deviceid*) ;; *) echo "1.32.0 leaves no identity now"; exit 1 ;; esac
[ -z "$off" ] || { echo "1.32.0 cannot be switched off now"; exit 1; }
echo "As found."
