#!/usr/bin/env bash
# email-validator turns an address that every mail server takes into one that an ordinary server refuses.
#
# Guess: the normalised form of an address that is written in plain ASCII (`xn--`, as a Swedish domain with ö is copied
#        from a mail program) is plain ASCII too, all the more as the result says `smtputf8=False`.
# Seen:  email-validator 2.4.0: `normalized` has the letter ö, `smtputf8` is False all the same (it speaks of the part
#        before the @ only), and `ascii_email` is the one to send to. Python's smtplib stops with
#        SMTPNotSupportedError before a server that has no SMTPUTF8; the address as it was typed goes through.
# So:    show `normalized`, send to `ascii_email`.
# Source: run here, email-validator 2.4.0, aiosmtpd 1.4.6, Python's smtplib; RFC 6531 section 3.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check email-validator==2.4.0 aiosmtpd==1.4.6 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import smtplib
import socket
from email.message import EmailMessage
from importlib.metadata import version

from aiosmtpd.controller import Controller
from email_validator import validate_email

TYPED = "info@xn--freningen-07a.se"


class Inbox:
    async def handle_DATA(self, server, session, envelope):
        return "250 taken"


def send(port: int, address: str) -> str:
    """What becomes of one message to this address."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "bot@example.org", address, "Copy of your proposal"
    message.set_content("Text")
    try:
        with smtplib.SMTP("127.0.0.1", port) as server:
            server.send_message(message)
    except smtplib.SMTPException as error:
        return type(error).__name__
    return "taken"


with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
checked = validate_email(TYPED, check_deliverability=False)
controller = Controller(Inbox(), hostname="127.0.0.1", port=port, enable_SMTPUTF8=False)
controller.start()
try:
    seen = {address: send(port, address) for address in (TYPED, checked.normalized, checked.ascii_email)}
finally:
    controller.stop()
print("email-validator", version("email-validator"), "smtputf8 is", checked.smtputf8)
for address, outcome in seen.items():
    print(f"  {address}: {outcome}")

assert not checked.smtputf8
assert seen == {TYPED: "taken", "info@föreningen.se": "SMTPNotSupportedError"}, "an address fares otherwise now"
print("As found.")
PY
