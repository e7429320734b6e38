"""Frozen values to bytes and back: JSON in an envelope that carries the version of its shape.

Keys that this program does not know are passed over and missing ones take the value's own defaults, so that
what an older program wrote still loads; where a field has changed its meaning, `older_shapes.py` says how the old one
is read. It knows nothing of encryption and nothing of tables.
"""

from typing import Any, TypeVar

import msgspec

from storage.encryption.older_shapes import STEPS
from storage.errors import SchemaAhead

FIRST = 1
"""The version of a shape whose fields have never changed their meaning."""
ENDS = b"]"
"""With this an envelope ends, as msgspec writes JSON: without blank space."""
T = TypeVar("T")


class Envelope(msgspec.Struct, array_like=True):
    """The version of the shape and the value itself."""

    version: int
    value: msgspec.Raw


def encode(value: Any) -> bytes:
    """Return a value as versioned JSON. Half characters, which no encoding can hold, become `?`."""
    try:
        return _dump([newest(type(value)), value])
    except UnicodeEncodeError:
        return _dump([newest(type(value)), _whole(msgspec.to_builtins(value))])


def decode(data: bytes, kind: type[T]) -> T:
    """Return the value of a kind that `encode` wrote. Raise `SchemaAhead` if a newer program wrote it."""
    begins = b"[%d," % newest(kind)
    if not (data.startswith(begins) and data.endswith(ENDS)):
        return _out_of_envelope(data, kind)
    # As `encode` writes it today: it need not be looked through first for where the value in it ends.
    try:
        return _decoded(data[len(begins) : -len(ENDS)], kind)
    except msgspec.DecodeError:
        return _out_of_envelope(data, kind)


def newest(kind: type) -> int:
    """Return the version of a kind's shape that this program writes."""
    return FIRST + len(STEPS.get(kind, ()))


def to_json(value: Any) -> Any:
    """Return a value as dicts, lists, strings and numbers, for an export or a payload."""
    return msgspec.to_builtins(value)


def _out_of_envelope(data: bytes, kind: type[T]) -> T:
    """Return the value in an envelope of any version, which may have grown behind it."""
    envelope = _ENVELOPES.decode(data)
    known = newest(kind)
    if envelope.version > known:
        raise SchemaAhead("A newer Lots has written to this database. Start that version, or restore an older backup.")
    if envelope.version < known:
        return msgspec.convert(_newer(envelope, kind), kind)
    return _decoded(envelope.value, kind)


def _newer(envelope: Envelope, kind: type) -> Any:
    value = msgspec.json.decode(envelope.value)
    for to_the_next in STEPS[kind][envelope.version - FIRST :]:
        value = to_the_next(value)
    return value


def _decoded(value: bytes | msgspec.Raw, kind: type[T]) -> T:
    if kind not in _DECODERS:
        _DECODERS[kind] = msgspec.json.Decoder(kind)
    found: T = _DECODERS[kind].decode(value)
    return found


def _whole(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {_whole(key): _whole(item) for key, item in value.items()}
        case list() | tuple():
            return [_whole(item) for item in value]
    return value


_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}
_ENVELOPES = msgspec.json.Decoder(Envelope)
_dump = msgspec.json.Encoder().encode
