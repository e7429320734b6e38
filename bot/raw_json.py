"""JSON from outside, as it comes: fast, and without stumbling over half characters.

Python strings can hold lone surrogates and NUL, databases and UTF-8 cannot; here they become question marks, so that
no single message can stop what comes after it.
"""

import json
from typing import Any

import msgspec

BYTE_ORDER_MARK = "\ufeff"
UTF_8_MARK = BYTE_ORDER_MARK.encode()

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()


class NotJson(ValueError):  # noqa: N818 - the name says what happened
    """The bytes are not JSON."""


def read_json(data: bytes | str) -> Any:
    """Return the value that JSON text stands for. Raise `NotJson`. A byte order mark in front of it is no text."""
    data = data.removeprefix(BYTE_ORDER_MARK) if isinstance(data, str) else data.removeprefix(UTF_8_MARK)
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _read_patiently(data)


def write_json(value: Any) -> str:
    """Return a value as JSON text."""
    return _encoder.encode(value).decode()


def _read_patiently(data: bytes | str) -> Any:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        value = json.loads(text)
        return _decoder.decode(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, msgspec.DecodeError, RecursionError) as error:
        raise NotJson("the text is not JSON") from error
