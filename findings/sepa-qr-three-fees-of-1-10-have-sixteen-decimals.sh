#!/usr/bin/env bash
# Three membership fees of 1.10 euro make a payment code over EUR3.3000000000000003.
#
# Guess: what makes payment codes from a number in euro rounds it to cents, since the standard allows two decimals, or
#        refuses it. A code for a gift, without a sum, has no sum: the giver fills it in.
# Seen:  sepa-qr 0.0.2 and sepa-payment-code 1.0.3 write the number as JavaScript prints it, with sixteen decimals for
#        3 * 1.10. A bank's app that goes by the standard does not take such a code. sepa-qr puts 0.01 into a code
#        without a sum: a gift of any size is one cent. sepa-payment-qr-code 2.0.2 writes EUR3.30.
# So:    hand over cents that were rounded, as text with two decimals, and scan each kind of code once before it is
#        printed.
# Source: run here, sepa-qr 0.0.2, sepa-payment-code 1.0.3, sepa-payment-qr-code 2.0.2, read with jsqr 1.4.0 and pngjs
#        7.0.0; EPC069-12 (amount: EUR, at most two decimals; may be empty). The account is the published sample of
#        Finnish banks.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" sepa-qr@0.0.2 sepa-payment-code@1.0.3 \
    sepa-payment-qr-code@2.0.2 jsqr@1.4.0 pngjs@7.0.0 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const jsQR = require("jsqr");
const { PNG } = require("pngjs");
const { PaymentCode } = require("sepa-payment-code");
const payment = require("sepa-payment-qr-code");
const sepaQr = require("sepa-qr");

const payee = { name: "Merikerho ry", iban: "FI2112345600000785" };
const scanned = async (amount) => {
  const chunks = [];
  for await (const chunk of sepaQr({ ...payee, amount, type: "png", size: 8 })) chunks.push(chunk);
  const image = PNG.sync.read(Buffer.concat(chunks));
  return (jsQR.default ?? jsQR)(new Uint8ClampedArray(image.data), image.width, image.height).data;
};
const sum = (payload) => payload.split("\n").find((line) => line.startsWith("EUR"));

(async () => {
  const fees = 3 * 1.1;
  const seen = {
    "sepa-qr": sum(await scanned(fees)),
    "sepa-payment-code": sum(new PaymentCode(payee.name, payee.iban, fees).getPayload()),
    "sepa-payment-qr-code": sum((payment.default ?? payment)({ ...payee, amount: fees })),
    "sepa-qr, without a sum": sum(await scanned(undefined)),
  };
  for (const [maker, written] of Object.entries(seen)) console.log(`  ${maker}: ${written}`);
  assert.deepStrictEqual(seen, {
    "sepa-qr": "EUR3.3000000000000003",
    "sepa-payment-code": "EUR3.3000000000000003",
    "sepa-payment-qr-code": "EUR3.30",
    "sepa-qr, without a sum": "EUR0.01",
  });
  console.log("As found.");
})().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
JS
