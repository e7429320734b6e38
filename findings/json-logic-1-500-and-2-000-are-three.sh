#!/usr/bin/env bash
# "1 500" and "2 000", as Swedes and Finns write them into a form, are three together.
#
# Guess: a rule of a form that adds two answers gives 3500, or "not a number", or an error when an answer is no number
#        to it.
# Seen:  json-logic-js 2.0.5 adds with the first digits that it finds: "1 500" is 1, "1500,75" is 1500, with no sign
#        of it. Its minus, its comparisons and its maximum take the same answer as no number, so "1 500" is not more
#        than 100 either. SUM of @formulajs/formulajs 4.6.1 gives 3 too, and its VALUE of "1 500,50" is 150050, a
#        hundred times as much. json-logic-engine 5.0.7 says not a number, jsonata 2.2.2 stops with an error.
# So:    make numbers of answers before a rule sees them, and refuse what is none.
# Source: run here, json-logic-js 2.0.5, json-logic-engine 5.0.7, @formulajs/formulajs 4.6.1, jsonata 2.2.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" json-logic-js@2.0.5 json-logic-engine@5.0.7 \
    @formulajs/formulajs@4.6.1 jsonata@2.2.2 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const { SUM, VALUE } = require("@formulajs/formulajs");
const jsonata = require("jsonata");
const { LogicEngine } = require("json-logic-engine");
const jsonLogic = require("json-logic-js");

const rent = "1 500";
const sum = { "+": [rent, "2 000"] };
const tried = (work) => {
  try {
    return work();
  } catch {
    return "refused";
  }
};
(async () => {
  const seen = {
    "json-logic-js, sum": jsonLogic.apply(sum),
    "json-logic-js, 1500,75": jsonLogic.apply({ "+": ["1500,75"] }),
    "json-logic-js, minus": jsonLogic.apply({ "-": [rent, 1] }),
    "json-logic-js, more than 100": jsonLogic.apply({ ">": [rent, 100] }),
    "formulajs, SUM": SUM(rent, "2 000"),
    "formulajs, VALUE": VALUE("1 500,50"),
    "json-logic-engine, sum": String(tried(() => new LogicEngine().run(sum))),
    "jsonata, sum": await jsonata('$sum(["1 500", "2 000"])').evaluate({}).catch(() => "refused"),
  };
  for (const [who, result] of Object.entries(seen)) console.log(`  ${who}: ${result}`);
  assert.deepStrictEqual(seen, {
    "json-logic-js, sum": 3,
    "json-logic-js, 1500,75": 1500,
    "json-logic-js, minus": NaN,
    "json-logic-js, more than 100": false,
    "formulajs, SUM": 3,
    "formulajs, VALUE": 150050,
    "json-logic-engine, sum": "refused",
    "jsonata, sum": "refused",
  });
  console.log("As found.");
})().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
JS
