"""Encryption of column values with AES-256-GCM under a key made from SECRET_KEY.

Every value is bound to the table and column it stands in, so that it cannot be moved to another. Which
columns are encrypted is decided by the repositories.
"""

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from storage.errors import WrongKey

# One byte in front of each value, so that a later key or algorithm can live beside this one.
FORMAT = b"\x01"
NONCE_BYTES = 12
"""In bytes: the length that GCM is made for (NIST SP 800-38D, section 5.2.1.1)."""
NONCES_AT_ONCE = 256
"""How many nonces one call of the system draws, 3 kilobytes: the call costs little beside the sealing of as many."""
KEY_BYTES = 32
"""In bytes: the key of AES-256."""
SALT = b"lots column encryption 1"
ANOTHER_KEY = "The stored texts cannot be read with this SECRET_KEY. Set the key the database was made with."


class Cipher:
    """Seals and opens values. `secret` is the operator's SECRET_KEY; a long random one is expected."""

    def __init__(self, secret: str) -> None:
        if not secret:
            raise WrongKey("SECRET_KEY is empty. Set it to a long random text, kept apart from the database.")
        self._key = _derived(secret)
        self._aead = AESGCM(self._key)

    def seal(self, value: bytes, place: str) -> bytes:
        """Return the value encrypted for its place: a table and a column with a dot between."""
        nonce = NONCES.next()
        return FORMAT + nonce + self._aead.encrypt(nonce, value, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Return the value that was sealed for this place. Raise `WrongKey`."""
        try:
            return self._aead.decrypt(sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :], place.encode())
        except (InvalidTag, ValueError) as error:
            raise WrongKey(ANOTHER_KEY) from error

    def derive(self, purpose: bytes) -> bytes:
        """Return another key for another purpose, from which this one cannot be reckoned."""
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(self._key)


class Nonces:
    """Nonces, each used once, drawn many at a time: a call of the system for every value cost more than sealing it."""

    def __init__(self) -> None:
        self._stock: list[bytes] = []
        # A forked process must not go through the same stock.
        os.register_at_fork(after_in_child=self._stock.clear)

    def next(self) -> bytes:
        """Return a nonce that no value has been sealed with."""
        if not self._stock:
            drawn = os.urandom(NONCE_BYTES * NONCES_AT_ONCE)
            self._stock.extend(drawn[at : at + NONCE_BYTES] for at in range(0, len(drawn), NONCE_BYTES))
        return self._stock.pop()


NONCES = Nonces()


@lru_cache(maxsize=4)
def _derived(secret: str) -> bytes:
    # Slow on purpose (about 50 ms, once), so that a short key is not guessed from a stolen database: r and p as in
    # RFC 7914, section 2, and n (16 MB of memory) as scrypt's author gives it for a log-in.
    return Scrypt(salt=SALT, length=KEY_BYTES, n=2**14, r=8, p=1).derive(secret.encode("utf-8", "surrogatepass"))
