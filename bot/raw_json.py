"""JSON from outside, as it comes: fast, and without stumbling over half characters.

Python strings can hold lone surrogates and NUL, databases and UTF-8 cannot; here they become question marks, so that
no single message can stop what comes after it. Of what a server sends as much as possible is salvaged, because one
odd value in it must not hide the others.
"""

import json
import re
from collections.abc import Callable
from math import isfinite
from typing import Any

import msgspec

BYTE_ORDER_MARK = "\ufeff"
UTF_8_MARK = BYTE_ORDER_MARK.encode()

DEEPEST = 100
"""How many levels of a server's JSON are read, each a list or an object: the Bot API's own have a dozen or two."""
_BRACKET_OR_TEXT = re.compile(r'[\[\]{}]|"(?:[^"\\]++|\\.)*+"?', re.DOTALL)

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


def salvaged(data: bytes | str) -> Any:
    """Return what can be read of a server's JSON text. Raise `NotJson` if it is none at all.

    What lies deeper than anybody looks, and numbers that no computer holds, become null.
    """
    try:
        return read_json(data)
    except NotJson:
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        return _read_patiently(_shallow(text.removeprefix(BYTE_ORDER_MARK)), _forgiving.decode)


def write_json(value: Any) -> str:
    """Return a value as JSON text."""
    return _encoder.encode(value).decode()


def _read_patiently(data: bytes | str, read: Callable[[str], Any] = json.loads) -> Any:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        value = read(text)
        return _decoder.decode(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, msgspec.DecodeError, RecursionError) as error:
        raise NotJson("the text is not JSON") from error


def _shallow(text: str) -> str:
    """Return JSON text with null in the place of each list and object that lies too deep."""
    kept, begin, depth = [], 0, 0
    for found in _BRACKET_OR_TEXT.finditer(text):
        if found[0] in ("[", "{"):
            depth += 1
            if depth == DEEPEST + 1:
                kept += [text[begin : found.start()], "null"]
                begin = len(text)
        elif found[0] in ("]", "}"):
            if depth == DEEPEST + 1:
                begin = found.end()
            depth -= 1
    return "".join([*kept, text[begin:]])


def _number(digits: str) -> int | None:
    try:
        return int(digits)
    except ValueError:  # more digits than Python turns into a number
        return None


def _fraction(digits: str) -> float | None:
    value = float(digits)
    return value if isfinite(value) else None


_forgiving = json.JSONDecoder(parse_int=_number, parse_float=_fraction, parse_constant=lambda _name: None)
