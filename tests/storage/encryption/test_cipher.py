"""Encrypted values open with the same key in the same place, and nowhere else."""

import pytest

from storage.encryption.cipher import Cipher
from storage.encryption.vault import Vault
from storage.errors import WrongKey

SECRET = "correct horse battery staple"


def test_a_value_opens_in_its_place() -> None:
    cipher = Cipher(SECRET)
    assert Cipher(SECRET).open(cipher.seal(b"hej", "inbox.body"), "inbox.body") == b"hej"


def test_equal_values_look_different() -> None:
    cipher = Cipher(SECRET)
    assert cipher.seal(b"hej", "inbox.body") != cipher.seal(b"hej", "inbox.body")


@pytest.mark.parametrize(("secret", "place"), [("another key", "inbox.body"), (SECRET, "sessions.data")])
def test_another_key_or_place_is_refused(secret: str, place: str) -> None:
    sealed = Cipher(SECRET).seal(b"hej", "inbox.body")
    with pytest.raises(WrongKey, match="SECRET_KEY"):
        Cipher(secret).open(sealed, place)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + b"\x00" * 40])
def test_damaged_bytes_are_refused(sealed: bytes) -> None:
    with pytest.raises(WrongKey):
        Cipher(SECRET).open(sealed, "inbox.body")


def test_an_empty_key_is_refused() -> None:
    with pytest.raises(WrongKey, match="empty"):
        Cipher("")


def test_a_text_is_kept_to_the_last_half_character() -> None:
    vault = Vault(Cipher(SECRET))
    assert vault.unlock_text(vault.lock_text("å\ud83d\x00", "inbox.body"), "inbox.body") == "å\ud83d\x00"


def test_fingerprints_differ_between_keys() -> None:
    one, other = (Vault(Cipher(secret)).fingerprint(b"hej") for secret in (SECRET, "another key"))
    assert (len(one), one == other) == (16, False)
