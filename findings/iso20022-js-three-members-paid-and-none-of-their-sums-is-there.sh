#!/usr/bin/env bash
# Three members paid 20, 30 and 40 in one collected entry; what is read is that three people paid, and no sum of
# theirs.
#
# Guess: an entry of a camt.053 file that collects several payments gives each with its sum and its reference number,
#        since those are what the file is read for; and a reference written as plain text keeps its zeros.
# Seen:  iso20022.js 0.0.15 gives the names and "90" for them all. The sum of each payment (`TxAmt`) and its
#        structured reference (`CdtrRefInf`) are nowhere in what it returns, nor is the value date, nor whether the
#        entry is booked. A reference in plain text becomes a number: "0000123453" is 123453, which is another
#        reference, and the name "1899" of a club is a number too.
# So:    read collected entries with another reader, and compare the sum of the payments with that of the entry.
# Source: run here, iso20022.js 0.0.15; ISO 20022 camt.053.001.02, NtryDtls/TxDtls. Accounts and references are
#        published or made-up samples.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" iso20022.js@0.0.15 >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import assert from "node:assert";
import { CashManagementEndOfDayReport } from "iso20022.js";

const balance = (code, amount) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
  "<Dt><Dt>2026-12-01</Dt></Dt></Bal>";
const payment = (amount, payer, told) =>
  `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>` +
  `<RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties><RmtInf>${told}</RmtInf></TxDtls>`;
const structured = (reference) =>
  `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>${reference}</Ref></CdtrRefInf></Strd>`;
const statement =
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId>' +
  "<CreDtTm>2026-12-02T06:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><CreDtTm>2026-12-02T06:00:00</CreDtTm>" +
  "<FrToDt><FrDtTm>2026-12-01T00:00:00</FrDtTm><ToDtTm>2026-12-02T00:00:00</ToDtTm></FrToDt>" +
  "<Acct><Id><IBAN>FI2112345600000785</IBAN></Id><Ccy>EUR</Ccy>" +
  "<Svcr><FinInstnId><BIC>NDEAFIHH</BIC></FinInstnId></Svcr></Acct>" +
  balance("OPBD", "1000.00") + balance("CLBD", "1090.00") +
  '<Ntry><Amt Ccy="EUR">90.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2027-01-02</Dt></BookgDt>' +
  "<ValDt><Dt>2026-12-31</Dt></ValDt>" +
  "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>" +
  "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch>" +
  payment("20.00", "Aino", structured("1009")) +
  payment("30.00", "Bo", structured("1012")) +
  payment("40.00", "1899", "<Ustrd>0000123453</Ustrd>") +
  "</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>";

const [entry] = CashManagementEndOfDayReport.fromXML(statement).statements[0].entries;
const said = JSON.stringify(entry, (_, value) => (typeof value === "bigint" ? Number(value) : value));
console.log(`  the entry: ${said}`);

assert.strictEqual(entry.amount, 9000);
assert.deepStrictEqual(
  entry.transactions.map((one) => [one.debtor.name, one.remittanceInformation]),
  [["Aino", undefined], ["Bo", undefined], [1899, 123453]],
);
for (const lost of ["2000", "3000", "4000", "20.00", "1009", "1012", "2026-12-31", "BOOK"]) {
  assert.ok(!said.includes(lost), `${lost} is there now`);
}
console.log("As found.");
JS
node read.mjs
