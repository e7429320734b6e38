#!/usr/bin/env bash
# The account number of each Finnish association is "F", says a library for IBANs that finds them valid.
#
# Guess: `extractIBAN()` gives the parts of a valid IBAN: bank and account number. For a country whose parts it does
#        not know the fields are missing, as they are for Sweden.
# Seen:  ibantools 4.5.4 calls the IBAN valid, has its bank right and gives "F", the first letter of the IBAN, as
#        account number, whichever Finnish IBAN it is. For Åland's, with AX, neither is there. Norway's, Denmark's,
#        Estonia's and Germany's are right.
# So:    keep the IBAN whole; take its parts for people to look at only.
# Source: run here, ibantools 4.5.4. The IBANs are the published samples of the countries' banks.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" ibantools@4.5.4 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const { extractIBAN } = require("ibantools");

const seen = {};
for (const iban of [
  "FI2112345600000785", "FI4250001510000023", "SE3550000000054910000003",
  "NO9386011117947", "DK5000400440116243", "EE382200221020145685",
]) {
  const { valid, bankIdentifier, accountNumber } = extractIBAN(iban);
  seen[iban] = [valid, bankIdentifier, accountNumber];
  console.log(`  ${iban}: valid ${valid}, bank ${bankIdentifier}, account number ${accountNumber}`);
}

assert.deepStrictEqual(seen, {
  FI2112345600000785: [true, "123", "F"],
  FI4250001510000023: [true, "500", "F"],
  SE3550000000054910000003: [true, "500", undefined],
  NO9386011117947: [true, "8601", "86011117947"],
  DK5000400440116243: [true, "0040", "00400440116243"],
  EE382200221020145685: [true, "22", "221020145685"],
});
console.log("As found.");
JS
