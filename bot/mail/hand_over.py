"""One e-mail handed to the operator's mail server, and what that server said.

Three things can come of it: the server has it, the server will not have it, or nobody can tell, because the line broke
after the content had begun to leave. What happens before that surely sends nothing, and may be tried again.
"""

import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiosmtplib import SMTP, SMTPException, SMTPResponseException
from aiosmtplib.errors import SMTPAuthenticationError, SMTPNotSupported

from bot.servers.mail_server import Encrypted, MailServer
from dialogs.records.letters.mailing import Why

PATIENCE_SECONDS = 60.0
"""How long the server may take for each step before the content."""
CONTENT_PATIENCE_SECONDS = 600.0
"""How long it may look at the content (RFC 5321, section 4.5.3.2.6: ten minutes)."""
PARTING_SECONDS = 5.0
"""How long is waited for a goodbye that changes nothing any more."""
PASSING, LASTING = range(400, 500), range(500, 600)
"""Codes of refusals that may be over later, and of those that stay (RFC 5321, section 4.2.1)."""
SAID_AT_MOST = 200
"""In characters: so much of what a server says is kept, a sentence or two."""
ENTRY = frozenset({530, 534, 535, 538})
"""Codes that are about logging in (RFC 4954, section 6)."""
FULL = ("5.2.2", "4.2.2")
BY_SUBJECT = {"1": Why.ADDRESS, "2": Why.ADDRESS, "7": Why.RULES}
"""What the middle number of an extended code is about (RFC 3463): addresses, mailboxes, security and rules."""
BY_CODE = {550: Why.ADDRESS, 551: Why.ADDRESS, 553: Why.ADDRESS, 552: Why.SIZE, 523: Why.SIZE, 554: Why.RULES}
"""What a plain code is about (RFC 5321, section 4.2.3); the last one mostly that it was taken for spam."""
EXTENDED_NUMBERS = 3
"""An extended code has a class, a subject and a detail (RFC 3463, section 2)."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends to whom: the registrar, and perhaps the association itself for a copy. `id` comes back in reports."""

    sender: str
    to: str
    copy_to: str
    id: str


class NotTaken(Exception):  # noqa: N818 - the name says it
    """The mail was surely not taken. `later`: it may be tried again."""

    def __init__(self, why: Why, said: str = "", *, later: bool) -> None:
        super().__init__(f"{why}: {said}")
        self.why = why
        self.said = said
        self.later = later


class InDoubt(Exception):  # noqa: N818 - the name says it
    """The line broke while the content was on its way: it may have been taken."""


async def hand_over(
    server: MailServer, envelope: Envelope, content: bytes, begin: Callable[[], Awaitable[None]]
) -> bool:
    """Hand a mail over; return whether all its recipients were taken, and not the registrar alone.

    `begin` is awaited just before the content leaves; what it raises sends nothing. Raise `NotTaken` or `InDoubt`.
    """
    client = SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.encrypted is Encrypted.AT_ONCE,
        start_tls=False,
        timeout=PATIENCE_SECONDS,
        # The name of this machine is nobody's business, and asking for it may take long.
        local_hostname=envelope.sender.rpartition("@")[2],
    )
    try:
        whole = await _ready(client, server, envelope)
        await begin()
        await _content(client, content)
        return whole
    finally:
        await _leave(client)


async def _ready(client: SMTP, server: MailServer, envelope: Envelope) -> bool:
    """Say who sends to whom. Raise `NotTaken`."""
    try:
        await client.connect()
        await _private(client, server)
        return await _addressed(client, envelope)
    except SMTPAuthenticationError as error:
        raise NotTaken(Why.LOGIN, said(error.message), later=True) from error
    except SMTPResponseException as error:
        raise refusal(error.code, error.message) from error
    except (SMTPException, OSError, ssl.SSLError) as error:
        # The text of an error may hold an address, so only its kind is told.
        raise NotTaken(Why.AWAY, type(error).__name__, later=True) from error


async def _private(client: SMTP, server: MailServer) -> None:
    await client.ehlo()
    offered = client.supports_extension("starttls")
    if server.encrypted is Encrypted.ALWAYS and not offered:
        raise SMTPNotSupported("STARTTLS")
    if server.encrypted is Encrypted.ALWAYS or (server.encrypted is Encrypted.IF_OFFERED and offered):
        await client.starttls()
        await client.ehlo()
    if server.user:
        await client.login(server.user, server.password)


async def _addressed(client: SMTP, envelope: Envelope) -> bool:
    """Name sender and recipients, and ask for reports about the registrar where the server offers them (RFC 3461)."""
    reports = client.supports_extension("dsn")
    await client.mail(envelope.sender, options=[f"ENVID={envelope.id}", "RET=HDRS"] if reports else [])
    wanted = ["NOTIFY=SUCCESS,FAILURE", f"ORCPT=rfc822;{_xtext(envelope.to)}"] if reports else []
    await client.rcpt(envelope.to, options=wanted)
    if not envelope.copy_to:
        return True
    try:
        await client.rcpt(envelope.copy_to, options=["NOTIFY=NEVER"] if reports else [])
    except SMTPResponseException:
        return False
    return True


async def _content(client: SMTP, content: bytes) -> None:
    try:
        await client.data(content, timeout=CONTENT_PATIENCE_SECONDS)
    except SMTPResponseException as error:
        if error.code not in PASSING and error.code not in LASTING:
            raise InDoubt(type(error).__name__) from error
        raise refusal(error.code, error.message) from error
    except (SMTPException, OSError) as error:
        raise InDoubt(type(error).__name__) from error


async def _leave(client: SMTP) -> None:
    try:
        if client.is_connected:
            await client.quit(timeout=PARTING_SECONDS)
    except (SMTPException, OSError):
        return  # what was said before holds
    finally:
        client.close()


def refusal(code: int, message: str) -> NotTaken:
    """Return what a code and the words beside it mean."""
    return NotTaken(reason(code, message), said(message), later=code in PASSING)


def reason(code: int, message: str) -> Why:
    """Return what a refusal is about: by its extended code where it has one (RFC 3463), else by the plain one."""
    extended = message.strip().partition(" ")[0]
    parts = extended.split(".")
    if code in ENTRY:
        return Why.LOGIN
    if extended in FULL:
        return Why.FULL
    if len(parts) == EXTENDED_NUMBERS and all(part.isdigit() for part in parts):
        return Why.SIZE if parts[1:] == ["3", "4"] else BY_SUBJECT.get(parts[1], Why.OTHER)
    return BY_CODE.get(code, Why.OTHER)


def said(message: str) -> str:
    """Return what a server said, in one line and not too much of it."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in message).split())
    return line[:SAID_AT_MOST]


def _xtext(address: str) -> str:
    """An address as a parameter takes it (RFC 3461, section 4)."""
    return "".join(sign if "!" <= sign <= "~" and sign not in "+=" else f"+{ord(sign):02X}" for sign in address)
