"""Settings that cannot be together are told, and those that are seldom meant."""

from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, read_settings
from bot.settings_consistency import contradictions, warnings
from tests.bot.test_settings import PACKS

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            {"staff_chats": {"vasa": 5}},
            "LOTS_STAFF_CHATS: 5 of vasa is a person's number, and a group's begins with a minus. ",
        ),
        (
            {"staff_chats": {"vasa": -5, "vaxjo": -5}},
            "LOTS_STAFF_CHATS: the group -5 is set for vasa and for vaxjo. Give each its own group.",
        ),
        ({"contacts": {"vasa": {"king": "x"}}}, "LOTS_CONTACTS: vasa has no role king. Known: "),
        ({"token": "123:abcdefghijklmnop", "secret_key": "123:abcdefghijklmnop"}, "LOTS_SECRET_KEY is another secret"),
        ({"staff_chats": {"lund": -5}}, "LOTS_STAFF_CHATS: there is no municipality lund. Known: vasa, vaxjo."),
    ],
)
def test_settings_that_cannot_be_together_are_told(settings: dict[str, Any], line: str) -> None:
    (found,) = contradictions(Settings(**settings), PACKS)
    assert found.startswith(line)


def test_a_setting_that_nothing_uses_yet_is_told_where_it_stands_and_stops_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = "nothing uses this setting yet, so it changes nothing."
    monkeypatch.setenv("LOTS_SMTP_URL", "smtp://example.org")
    Path("lots.toml").write_text('log = "json"\n[office_chats.vasa]\nwelfare = 5\n')
    assert read_settings().log == "json"
    everywhere = Settings(staff_chats={"vasa": -5, "vaxjo": -6})
    assert list(warnings(everywhere, PACKS)) == [f"lots.toml:2: office_chats: {told}", f"LOTS_SMTP_URL: {told}"]


def test_what_lots_can_run_with_but_is_seldom_meant_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_STAF_CHATS", "{}")
    Path(".env").write_text("LOTS_ZZZZ=1\nOTHER=1\n")

    assert list(warnings(Settings(staff_chats={"vasa": -5}, clock="2023-09-01T09:00+03:00"), PACKS)) == [
        "LOTS_STAF_CHATS: there is no setting of this name. Did you mean LOTS_STAFF_CHATS?",
        "LOTS_ZZZZ: there is no setting of this name.",
        "LOTS_STAFF_CHATS: vaxjo has no staff group, so no idea and no question reaches a person there.",
        "LOTS_CLOCK: the clock stands at 2023-09-01T09:00+03:00 or runs from there. Leave it out for real use.",
    ]
