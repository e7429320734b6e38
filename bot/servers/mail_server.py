"""The operator's mail server, as the setting SMTP_URL names it.

`smtps://` is encrypted from the first byte, `smtp+starttls://` after a greeting, always. `smtp://` is encrypted where
the server offers it, and has to be where a password is sent, but for a server on this machine. Certificates are always
checked.
"""

from dataclasses import dataclass, field
from email.utils import parseaddr
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

EXAMPLE = "smtp+starttls://user:password@mail.example.org:587"
"""What a person writes who has none of the other two."""


class Encrypted(StrEnum):
    """When the line is encrypted. The values are the schemes of addresses."""

    AT_ONCE = "smtps"
    ALWAYS = "smtp+starttls"
    IF_OFFERED = "smtp"


PORTS = {Encrypted.AT_ONCE: 465, Encrypted.ALWAYS: 587, Encrypted.IF_OFFERED: 25}
"""The ports of mail (RFC 8314, section 7; RFC 6409; RFC 5321), where the address names none."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, and how. `user` is empty where nobody has to log in."""

    host: str
    port: int
    encrypted: Encrypted
    user: str = ""
    password: str = field(default="", repr=False)


def mail_server(address: str) -> MailServer:
    """Return the server of an address. Raise `ValueError` with a sentence that says what to write."""
    parts = _split(address)
    if parts is None or parts.path not in ("", "/") or parts.query or parts.fragment or not parts.hostname:
        raise ValueError(f"write smtp://, smtps:// or smtp+starttls:// with a host, such as {EXAMPLE}")
    if bool(parts.username) != bool(parts.password):
        raise ValueError("write user and password, or neither; @ : / and % in them as %40 %3A %2F and %25")
    encrypted, host = Encrypted(parts.scheme), parts.hostname
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if encrypted is Encrypted.IF_OFFERED and password and not _is_here(host):
        encrypted = Encrypted.ALWAYS  # a password never goes in the open
    return MailServer(host, parts.port or PORTS[Encrypted(parts.scheme)], encrypted, user, password)


def is_sender(text: str) -> bool:
    """Tell whether a text is one mail address in plain letters, with a name before it or none."""
    from email_validator import EmailNotValidError, validate_email

    name, address = parseaddr(text)
    try:
        validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return False
    written = text.replace('"', "").split()
    return address.isascii() and written == [*name.split(), *([f"<{address}>"] if "<" in text else [address])]


def passwords_in(address: str) -> tuple[str, ...]:
    """Return the password of an address as it stands there and as it is sent, for whoever must not show it."""
    parts = _split(address)
    written = parts.password or "" if parts else address
    return tuple(dict.fromkeys(text for text in (written, unquote(written)) if text))


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        known = parts.scheme in set(Encrypted) and (parts.port is None or parts.port)
    except ValueError:
        return None
    return parts if known else None


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
