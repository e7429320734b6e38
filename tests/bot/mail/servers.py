"""Real mail servers of aiosmtpd on this machine, some of which misbehave, and certificates that nobody knows."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bot.servers.mail_server import Encrypted, MailServer

HERE = "127.0.0.1"
USER, PASSWORD = "lots", "h@mn/2023"


@dataclass
class Mailbox:
    """What arrived, and with which options; what the server answers to a recipient and to the content.

    `reports` are offered or not (RFC 3461). `drops` lets the line break when the content is there, before a word of it
    is said; `slow` is in seconds.
    """

    arrived: list[Envelope] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    recipient: dict[str, str] = field(default_factory=dict)
    content: str = "250 2.0.0 taken"
    drops: bool = False
    slow: float = 0.0
    reports: bool = True

    async def _mail(self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any) -> str:
        envelope.mail_from = address
        return "250 OK"

    async def _rcpt(self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any) -> str:
        said = self.recipient.get(address, "250 OK")
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def _data(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        if self.slow:
            await asyncio.sleep(self.slow)
        if self.content.startswith("250"):
            self.arrived.append(envelope)
        if self.drops:
            server.transport.abort()
        return self.content

    async def _ehlo(
        self, _server: SMTP, session: Session, _envelope: Envelope, name: str, offered: list[str]
    ) -> list[str]:
        session.host_name = name
        return [*offered[:-1], *(["250-DSN"] if self.reports else []), offered[-1]]

    handle_EHLO, handle_MAIL, handle_RCPT, handle_DATA = _ehlo, _mail, _rcpt, _data  # noqa: N815 - as aiosmtpd calls them


class Reporting(SMTP):
    """A server that takes the options about reports, which aiosmtpd does not know."""

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - as aiosmtpd calls it
        await super().smtp_MAIL(self._noted("MAIL", arg))

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        await super().smtp_RCPT(self._noted("RCPT", arg))

    def _noted(self, command: str, arg: str | None) -> str:
        """Keep what is known as it came, and give the rest on."""
        words = (arg or "").split()
        kept = [word for word in words if not word.startswith(("ENVID=", "RET=", "NOTIFY=", "ORCPT="))]
        self.event_handler.commands.append(" ".join([command, *words]))
        return " ".join(kept)


class Served(Controller):
    """A server in a thread of its own, on a port that is free."""

    def __init__(self, box: Mailbox, **options: Any) -> None:
        self._options = options
        super().__init__(box, hostname=HERE, port=0, ssl_context=options.pop("at_once", None))

    def factory(self) -> SMTP:
        return Reporting(self.handler, ident="mail.stad.example", **self._options)

    @property
    def own_port(self) -> int:
        return int(self.server.sockets[0].getsockname()[1])

    def _trigger_server(self) -> None:
        """Connect once, to the port that the system chose."""
        self.port = self.own_port
        super()._trigger_server()


@contextmanager
def serving(box: Mailbox, **options: Any) -> Iterator[MailServer]:
    """Serve a mailbox; give the server as a client without a password sees it."""
    controller = Served(box, **options)
    controller.start()
    try:
        yield MailServer(HERE, controller.own_port, Encrypted.IF_OFFERED)
    finally:
        controller.stop()


def with_password(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    """Let one user in."""
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)


def certificate(folder: Path) -> ssl.SSLContext:
    """A certificate that signs itself, for this machine."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))]), critical=False)
        .sign(key, SHA256())
    )
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "certificate.pem").write_bytes(made.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context
