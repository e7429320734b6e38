"""`lots mail bounce` puts what came back where the bot looks, or says what is missing."""

from io import BytesIO
from pathlib import Path

import pytest

from bot.commands.mail import bounce


def test_a_message_goes_into_the_folder_of_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("tmp", "new", "cur"):
        (tmp_path / part).mkdir()
    monkeypatch.setenv("LOTS_MAIL_RETURNED", str(tmp_path))
    bounce(BytesIO(b"Subject: Undelivered\n\n"))
    assert [file.read_bytes() for file in (tmp_path / "new").iterdir()] == [b"Subject: Undelivered\n\n"]


def test_without_a_folder_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOTS_MAIL_RETURNED", raising=False)
    with pytest.raises(ValueError, match=r"^LOTS_MAIL_RETURNED is missing"):
        bounce(BytesIO(b""))
