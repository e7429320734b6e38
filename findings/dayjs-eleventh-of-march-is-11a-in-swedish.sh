#!/usr/bin/env bash
# The 11th and the 12th of March in a Swedish letter are "11a" and "12a" to dayjs.
#
# Guess: `Do` in Swedish is 1:a, 2:a and 3:e, and 11:e and 12:e, as in moment and date-fns, whose letters dayjs took over.
# Seen:  dayjs 1.11.23 looks at the last digit alone: the eleventh is "11a" and the twelfth "12a", where Swedish has
#        elfte and tolfte, and the colon is gone from all days. moment 2.31.0 and date-fns 4.4.0 are right.
# So:    write "den 11 mars" with no ending, as offices do.
# Source: run here, dayjs 1.11.23, moment 2.31.0, date-fns 4.4.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" dayjs@1.11.23 moment@2.31.0 date-fns@4.4.0 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const dayjs = require("dayjs").extend(require("dayjs/plugin/advancedFormat"));
const moment = require("moment");
const { format } = require("date-fns");
const { sv } = require("date-fns/locale");
require("dayjs/locale/sv");
require("moment/locale/sv");
const DAYS = [1, 2, 3, 11, 12, 21, 22, 31].map((day) => new Date(2027, 2, day));
const seen = {
  dayjs: DAYS.map((day) => dayjs(day).locale("sv").format("Do")).join(" "),
  moment: DAYS.map((day) => moment(day).locale("sv").format("Do")).join(" "),
  "date-fns": DAYS.map((day) => format(day, "do", { locale: sv })).join(" "),
};
for (const [library, days] of Object.entries(seen)) console.log(`  ${library}: ${days}`);

const RIGHT = "1:a 2:a 3:e 11:e 12:e 21:a 22:a 31:a";
assert.deepStrictEqual(seen, { dayjs: "1a 2a 3e 11a 12a 21a 22a 31a", moment: RIGHT, "date-fns": RIGHT });
console.log("As found.");
JS
