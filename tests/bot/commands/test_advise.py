"""What `lots advise` answers."""

import json

import pytest

from tests.bot.commands.command_line import lots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_advise_answers_each_line() -> None:
    result = lots("advise", "--pack", "vasa", "--json", given='{"who": "company", "want": "sell"}\n')
    assert sorted(json.loads(result.stdout)) == ["because", "flags", "form", "office", "rule", "second"]
