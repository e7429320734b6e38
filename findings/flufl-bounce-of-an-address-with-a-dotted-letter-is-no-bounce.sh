#!/usr/bin/env bash
# A bounce is a bounce to flufl.bounce, unless the address that failed has an ö.
#
# Guess: a report of non-delivery is found in whatever form the standards give it; the one for addresses with letters
#        beyond ASCII (`message/global-delivery-status`, an address of type utf-8) has the same fields as the old one.
# Seen:  flufl.bounce 6.0.0: the failure of an ASCII address is found, the same report of
#        info@föreningen.example in the form of RFC 6533 is no bounce at all, neither lasting nor passing. A letter to a
#        registrar that never came through is then taken for sent.
# So:    read `global-delivery-status` oneself, or take every message from a mailer daemon for trouble until it is read.
# Source: run here, flufl.bounce 6.0.0; RFC 3464, RFC 6533 sections 3 and 4.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check flufl.bounce==6.0.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from email import message_from_bytes
from importlib.metadata import version

from flufl.bounce import all_failures

REPORT = """\
From: MAILER-DAEMON@example.org
To: bot@example.org
Subject: Undelivered mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type={kind}; boundary="part"

--part
Content-Type: text/plain; charset=utf-8

The message could not be delivered.

--part
Content-Type: message/{kind}
Content-Transfer-Encoding: 8bit

Reporting-MTA: dns; mx.example.org

Final-Recipient: {address}
Action: failed
Status: 5.1.1

--part--
"""


def failures(kind: str, address: str) -> tuple[list[bytes], list[bytes]]:
    """The addresses that fail for now, and those that fail for good."""
    passing, lasting = all_failures(message_from_bytes(REPORT.format(kind=kind, address=address).encode()))
    return sorted(passing), sorted(lasting)


ascii_form = failures("delivery-status", "rfc822; info@example.org")
letters_form = failures("global-delivery-status", "utf-8; info@föreningen.example")
print("flufl.bounce", version("flufl.bounce"))
print("  delivery-status, info@example.org:", ascii_form)
print("  global-delivery-status, info@föreningen.example:", letters_form)

assert ascii_form == ([], [b"info@example.org"]), "an ordinary bounce is read otherwise now"
assert letters_form == ([], []), "the bounce of an address with an ö is found now"
print("As found.")
PY
