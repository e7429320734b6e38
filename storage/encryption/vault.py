"""A value's way into an encrypted column and back: codec first, then cipher.

The repositories use this and nothing below it. Places are named by table and column, as in "inbox.body".
"""

import hmac
from typing import Any, TypeVar

from storage.encryption.cipher import Cipher
from storage.encryption.codec import decode, encode
from storage.errors import NEWER, DamagedValue, SchemaAhead, WrongKey

T = TypeVar("T")

FINGERPRINT = 16
"""In bytes, half a SHA-256: among a billion values two are equal by chance less than once in 10^20 databases."""


class Vault:
    """Locks frozen values and texts for their columns, and unlocks them."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher
        self._fingerprint_key = cipher.derive(b"fingerprints")

    def lock(self, value: Any, place: str) -> bytes:
        """Return a frozen value or plain data as the bytes of its column."""
        return self._cipher.seal(encode(value), place)

    def unlock(self, data: bytes, place: str, kind: type[T], key: object = "") -> T:
        """Return the value of a kind that `lock` made. Raise `DamagedValue`; `key` names the row."""
        try:
            return decode(self._cipher.open(data, place), kind)
        except Exception as error:
            raise _damaged(place, key, error) from error

    def lock_text(self, text: str, place: str) -> bytes:
        """Return a text as it is, to the last character, as the bytes of its column."""
        return self._cipher.seal(text.encode("utf-8", "surrogatepass"), place)

    def unlock_text(self, data: bytes, place: str, key: object = "") -> str:
        """Return the text that `lock_text` made. Raise `DamagedValue`; `key` names the row."""
        try:
            return self._cipher.open(data, place).decode("utf-8", "surrogatepass")
        except Exception as error:
            raise _damaged(place, key, error) from error

    def fingerprint(self, data: bytes) -> bytes:
        """Return bytes that are equal for equal data and tell nothing about it without the key."""
        return hmac.digest(self._fingerprint_key, data, "sha256")[:FINGERPRINT]


def _damaged(place: str, key: object, error: Exception) -> DamagedValue:
    match error:
        case WrongKey():
            why = "its bytes were changed, or sealed with another key"
        case SchemaAhead():
            why = NEWER
        case _:
            why = "what it holds has not the shape of its kind"
    return DamagedValue(place.partition(".")[0], key, why)
