"""Which links Telegram keeps behind words and buttons, and in what shape.

As the functions check_link and parse_url read them (td/telegram/LinkManager.cpp 1942, td/tdutils/td/utils/HttpUrl.cpp).
"""

import re

_OWN = re.compile(r"(tg|ton|tonsite):(?://)?", re.IGNORECASE)
_MENTION = re.compile(r"tg:(?://)?user/?\?(?:[^#&]*&)*id=(\d{1,18})(?:[&#]|$)", re.IGNORECASE)
_PARTS = re.compile(r"(?:([^:/?#@\[\]]*)://)?([^/?#]*)(.*)", re.DOTALL)
_PORT = re.compile(r"(.+):([^:\]@]*)", re.DOTALL)
_HOST = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])+")
_OWN_HOST = re.compile(r"[A-Za-z0-9\-_]*")
_BLANKS = re.compile(r"[\x00-\x20]")
HIGHEST_PORT = 65535
"""A port is a number of 16 bits (RFC 9293)."""


class WrongLink(ValueError):  # noqa: N818 - the word of the house
    """A link that Telegram does not keep; the message says what is wrong with it, in Telegram's words."""


def mentioned(link: str) -> int:
    """The person that a link of the kind `tg://user?id=` names, 0 for any other link."""
    found = _MENTION.match(link)
    return int(found[1]) if found else 0


def checked(link: str) -> str:
    """A link as Telegram keeps it. Raise `WrongLink`."""
    own = _OWN.match(link)
    if own:
        return _checked_own(own[1].lower(), link[own.end() :])
    scheme, host, rest = parts_of(link)
    if "." not in host and not host.startswith("["):
        raise WrongLink("Wrong HTTP URL")
    return f"{scheme}://{host}{rest}"


def _checked_own(scheme: str, link: str) -> str:
    """A link to Telegram itself: a name of letters, and what stands behind it."""
    _, host, rest = parts_of(link)
    if not _OWN_HOST.fullmatch(host.replace(".", "") if scheme == "tonsite" else host):
        raise WrongLink("Unallowed characters in URL host")
    return f"{scheme}://{host}{rest[1:] if rest.startswith('/?') else rest}"


def parts_of(link: str) -> tuple[str, str, str]:
    """Scheme, host with all that belongs to it, and the rest, which begins with a slash. Raise `WrongLink`."""
    parts = _PARTS.fullmatch(link)
    scheme, place, rest = parts.groups() if parts else (None, link, "")
    if scheme is not None and scheme.lower() not in {"http", "https"}:
        raise WrongLink("Unsupported URL protocol")
    before, port = _without_port(place)
    user, at, host = before.rpartition("@")
    if not host:
        raise WrongLink("URL host is empty")
    for name, part in (("host", host.strip("[]").replace(":", "")), ("userinfo", user.replace(":", ""))):
        if part and not _HOST.fullmatch(part):
            raise WrongLink(f"Disallowed character in URL {name}")
    path = _BLANKS.sub(lambda blank: f"%{ord(blank[0]):02X}", rest.rstrip())
    slash = "" if path.startswith("/") else "/"
    return (scheme or "http").lower(), f"{user}{at}{host.lower()}{port}", f"{slash}{path}"


def _without_port(place: str) -> tuple[str, str]:
    found = _PORT.fullmatch(place)
    if found is None:
        return place, ""
    number = int(found[2]) if found[2].isdigit() else 0
    if not 0 < number <= HIGHEST_PORT:
        raise WrongLink("Wrong port number specified in the URL")
    return found[1], f":{number}"
