"""What the address of a database says before anything is opened: its schema, its server, and whether two are one.

A schema is a room of its own within one PostgreSQL database: `postgresql://lots@server/lots?schema=vasa`.
"""

import re
from hashlib import blake2b
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit

SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")
"""The names that mean themselves without quotes, of 63 bytes at most (PostgreSQL, 4.1.1, identifiers)."""
OF_THE_SERVER = "pg_"
"""How the names of the server's own schemas begin (PostgreSQL, 5.10.5)."""
PORT = 5432
"""The port of PostgreSQL where an address names none."""
KEY_BYTES = 4
"""In bytes: what an advisory lock has room for beside its space."""


def schema_in(url: str) -> str:
    """Return the schema that an address names, empty for none. Raise `ValueError` with what is wrong with it."""
    named = parse_qs(urlsplit(url).query, keep_blank_values=True).get("schema", [])
    if not named:
        return ""
    if not url.startswith("postgres"):
        raise ValueError("a schema is of PostgreSQL alone; on SQLite give each bot a file")
    if len(named) > 1 or not SCHEMA.fullmatch(named[0]) or named[0].startswith(OF_THE_SERVER):
        raise ValueError("a schema has a name of small letters, digits and _, such as ?schema=vasa")
    return named[0]


def database_of(url: str) -> str:
    """Return an address without its schema."""
    parts = urlsplit(url)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "schema"]
    return f"{url.partition('?')[0]}{'?' if asked else ''}{urlencode(asked)}"


def server_of(url: str) -> str:
    """Return what tells the server of an address from others, empty for a file."""
    if not url.startswith("postgres"):
        return ""
    parts = urlsplit(url)
    host = parts.hostname or ",".join(parse_qs(parts.query).get("host", []))
    return f"{host}:{parts.port or PORT}"


def identity(url: str) -> str:
    """Return what two addresses have in common if, and only if, they lead to the same tables."""
    if not url.startswith("postgres"):
        return str(Path(unquote(url.partition(":///")[2])).absolute())
    return f"{server_of(url)}{urlsplit(url).path}?schema={schema_in(url) or 'public'}"


def lock_key(schema: str) -> int:
    """Return the number that a schema has in a space of advisory locks: four bytes, signed."""
    return int.from_bytes(blake2b(schema.encode(), digest_size=KEY_BYTES).digest(), signed=True)
