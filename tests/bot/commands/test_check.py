"""What `lots check` tells an operator."""

import pytest

from tests.bot.commands.command_line import lots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_check_tells_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_STAFF_CHATS", '{"atlantis": -5}')
    result = lots("check")
    assert result.exit_code == 1
    assert "LOTS_STAFF_CHATS: there is no municipality atlantis." in result.stdout
