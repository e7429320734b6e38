"""Settings that cannot be together are told, and those that are seldom meant."""

from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, read_settings
from bot.settings_consistency import contradictions, warnings
from bot.settings_of_bots import BotSettings, lines_of
from tests.bot.test_settings import PACKS

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


HOOKED = {"webhook_secret": "x" * 16}
GROUPS = {"vasa": -1_001_000_000_005, "vaxjo": -1_001_000_000_006}


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
        ({"secret_key": "k"}, "LOTS_SECRET_KEY is too short. Make one with: "),
        (
            {**HOOKED, "webhook_url": "https://example.org/health"},
            "LOTS_WEBHOOK_URL: /health is a page of Lots itself. Choose another path, such as /telegram.",
        ),
        (
            {**HOOKED, "webhook_url": "http://example.org/hook"},
            "LOTS_WEBHOOK_URL: Telegram brings updates to https alone. Begin the address with https://.",
        ),
        (
            {**HOOKED, "webhook_url": "https://example.org:8081/hook"},
            "LOTS_WEBHOOK_URL: Telegram brings updates to the ports 443, 80, 88, 8443 alone.",
        ),
        (
            {"office_chats": {"vasa": {"king": -7}}},
            "LOTS_OFFICE_CHATS: vasa has no office king. Known: welfare, culture-leisure, integration.",
        ),
        ({"office_chats": {"lund": {"welfare": -7}}}, "LOTS_OFFICE_CHATS: there is no municipality lund. Known: vasa"),
        (
            {"office_chats": {"vasa": {"welfare": 0}}},
            "LOTS_OFFICE_CHATS: 0 of welfare (vasa) is the number of no chat. Leave the office out: it is then",
        ),
        (
            {"office_chats": {"vasa": {"welfare": -7, "integration": -7}}},
            "LOTS_OFFICE_CHATS: the chat -7 is set for welfare (vasa) and for integration (vasa). Give each its own",
        ),
        (
            {"staff_chats": {"vasa": -5}, "office_chats": {"vaxjo": {"welfare": -5}}},
            "LOTS_OFFICE_CHATS: the chat -5 is set for the staff of vasa and for welfare (vaxjo). Give each its own",
        ),
        ({"staff_chats": {"lund": -5}}, "LOTS_STAFF_CHATS: there is no municipality lund. Known: vasa, vaxjo."),
    ],
)
def test_settings_that_cannot_be_together_are_told(settings: dict[str, Any], line: str) -> None:
    (found,) = contradictions(Settings(**settings), PACKS)
    assert found.startswith(line)


def test_what_keeps_letters_from_going_is_told_where_it_stands(tmp_path: Path) -> None:
    Path("lots.toml").write_text('log = "json"\nsmtp_url = "smtp://example.org"\nmail_returned = "nowhere"\n')
    settings = read_settings()
    alone = BotSettings("", 0, settings)
    assert list(lines_of(alone, warnings(settings.model_copy(update={"staff_chats": GROUPS}), PACKS))) == [
        "lots.toml:2: smtp_url: no letter is sent without MAIL_FROM, the address from which Lots sends.",
        "lots.toml:3: mail_returned: nowhere is no Maildir that can be written. Make it first.",
    ]
    both = settings.model_copy(
        update={"staff_chats": GROUPS, "mail_from": "lots@example.org", "mail_returned": "", "contacts": {}}
    )
    assert list(warnings(both, PACKS)) == [
        "LOTS_CONTACTS: vasa has no address of its registrar, so no letter is sent there.",
    ]
    known = both.model_copy(update={"contacts": {"vasa": {"registrar": "Registratorn (r@stad.example)"}}})
    assert list(warnings(known, PACKS)) == []


def test_an_office_may_be_one_official_or_the_staff_group_of_its_municipality() -> None:
    chats = {"vasa": {"welfare": 101, "culture-leisure": GROUPS["vasa"], "integration": GROUPS["vasa"]}}
    settings = Settings(staff_chats=GROUPS, office_chats=chats)
    assert (list(contradictions(settings, PACKS)), list(warnings(settings, PACKS))) == ([], [])


def test_what_lots_can_run_with_but_is_seldom_meant_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_STAF_CHATS", "{}")
    Path(".env").write_text("LOTS_ZZZZ=1\nOTHER=1\n")

    assert list(warnings(Settings(staff_chats={"vasa": GROUPS["vasa"]}, clock="2023-09-01T09:00+03:00"), PACKS)) == [
        "LOTS_STAF_CHATS: there is no setting of this name. Did you mean LOTS_STAFF_CHATS?",
        "LOTS_ZZZZ: there is no setting of this name.",
        "LOTS_STAFF_CHATS: vaxjo has no staff group, so no idea and no question reaches a person there.",
        "LOTS_CLOCK: the clock runs from 2023-09-01T09:00+03:00. Leave it out for real use.",
    ]


def test_a_server_of_ones_own_brings_updates_anywhere() -> None:
    settings = Settings(**HOOKED, webhook_url="http://10.0.0.5:9000/hook", api_url="http://10.0.0.6:8081")
    assert list(contradictions(settings, PACKS)) == []


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"staff_chats": GROUPS | {"vasa": -5}}, "LOTS_STAFF_CHATS: -5 of vasa is a plain group. "),
        ({"office_chats": {"vasa": {"welfare": -7}}}, "LOTS_OFFICE_CHATS: -7 of welfare (vasa) is a plain group. "),
        ({"database_url": "sqlite:///nowhere/lots.db"}, "LOTS_DATABASE_URL: there is no folder "),
        ({"backup_folder": "nowhere"}, "LOTS_BACKUP_FOLDER: nowhere is no folder that whoever runs this command may "),
        ({"backups_kept": 3}, "LOTS_BACKUPS_KEPT: no backups are made without BACKUP_FOLDER, the folder for them."),
        ({"clock": "@clock.json"}, "LOTS_CLOCK: clock.json: there is no such file. Until it can be read, real time"),
        ({"clock": "@odd.json"}, "LOTS_CLOCK: odd.json: it is not written like "),
        ({"clock": "@late.json"}, "LOTS_CLOCK: late.json moves the clock by 365.0 days. Leave it out for real use."),
    ],
)
def test_what_will_surprise_later_is_told_before(more: dict[str, Any], line: str) -> None:
    Path("odd.json").write_text("[]")
    Path("late.json").write_text('{"instant": "2027-09-01T00:00Z", "set": 1788220800}')
    (found,) = warnings(Settings(**{"staff_chats": GROUPS, **more}), PACKS)
    assert found.startswith(line)


def test_a_folder_that_may_not_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever tests as root may write anywhere, so the system's word is put in its mouth.
    monkeypatch.setattr("os.access", lambda *_: False)
    (found,) = warnings(Settings(staff_chats=GROUPS), PACKS)
    assert found.startswith("LOTS_DATABASE_URL: whoever runs this command may not write ")
