"""A value's way into a column and back; what is wrong with one that cannot be opened, and where it stands."""

import pytest

from dialogs.conversation.session import Session
from storage.encryption.cipher import Cipher
from storage.encryption.vault import Vault
from storage.errors import DamagedValue
from tests.conftest import SECRET

CIPHER = Cipher(SECRET)
VAULT = Vault(CIPHER)
PLACE = "sessions.data"
CHANGED = "its bytes were changed, or sealed with another key"
SHAPELESS = "what it holds has not the shape of its kind"


@pytest.mark.parametrize(
    ("sealed", "why"),
    [
        pytest.param(b"", CHANGED, id="empty"),
        pytest.param(b"\x01" * 50, CHANGED, id="garbage"),
        pytest.param(VAULT.lock(Session(1, 1), "proposals.data"), CHANGED, id="of another column"),
        pytest.param(Vault(Cipher("another key")).lock(Session(1, 1), PLACE), CHANGED, id="under another key"),
        pytest.param(None, SHAPELESS, id="nothing"),
        pytest.param(CIPHER.seal(b"no json", PLACE), SHAPELESS, id="no json"),
        pytest.param(CIPHER.seal(b"[2, {}]", PLACE), SHAPELESS, id="another kind of json"),
        pytest.param(CIPHER.seal(b'[1, "a text"]', PLACE), SHAPELESS, id="another shape"),
        pytest.param(CIPHER.seal(b'[2, {"chat": "one", "user": 1}]', PLACE), SHAPELESS, id="a wrong field"),
        pytest.param(CIPHER.seal(b"[99, {}]", PLACE), "a newer Lots wrote it", id="newer"),
    ],
)
def test_what_cannot_be_opened_is_a_damaged_value_with_its_place(sealed: bytes, why: str) -> None:
    with pytest.raises(DamagedValue) as damaged:
        VAULT.unlock(sealed, PLACE, Session, (1, 1))
    assert (damaged.value.table, damaged.value.key, damaged.value.why) == ("sessions", (1, 1), why)


def test_a_text_that_cannot_be_opened_is_one_too() -> None:
    with pytest.raises(DamagedValue, match="inbox 7"):
        VAULT.unlock_text(CIPHER.seal(b"\xff", "inbox.body"), "inbox.body", 7)
