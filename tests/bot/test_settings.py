"""Settings: where they come from, and what an operator is told when one is wrong."""

from datetime import time
from pathlib import Path

import pytest

from bot.settings import needed_to_run, read_settings
from bot.settings_files import SettingsError
from knowledge.municipality.load import load_packs

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")

PACKS = load_packs(["vasa", "vaxjo"])


def problems() -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings()
    return caught.value.problems


def test_the_environment_wins_over_dotenv_and_dotenv_over_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("lots.toml").write_text('packs = ["vasa"]\nlog = "json"\nlisten = "127.0.0.1:1"\n[staff_chats]\nvasa = -5\n')
    Path(".env").write_text("LOTS_LISTEN=127.0.0.1:2\nLOTS_RATE=off\nOTHER=1\n")
    monkeypatch.setenv("LOTS_RATE", "telegram")

    found = read_settings()

    assert (found.packs, found.log, found.listen, found.rate) == (("vasa",), "json", "127.0.0.1:2", "telegram")
    assert (found.staff_chats, found.address) == ({"vasa": -5}, ("127.0.0.1", 2))


def test_backups_may_have_several_times_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("lots.toml").write_text('backup_at = ["04:30", 16:00:00]\n')
    assert read_settings().backup_at == (time(4, 30), time(16))
    monkeypatch.setenv("LOTS_BACKUP_AT", "01:15, 23:59")
    assert read_settings().backup_at == (time(1, 15), time(23, 59))


def test_a_mistake_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("lots.toml").write_text('packs = ["vasa"]\n\nlog = "loud"\n[staff_chats]\nvasa = "x"\n')
    Path(".env").write_text("A=1\nLOTS_LISTEN=nowhere\n")
    monkeypatch.setenv("LOTS_TOKEN", "secret")

    assert problems() == (
        "LOTS_TOKEN: a token looks like 123456789:AA...; copy it whole from @BotFather",
        "lots.toml:4: staff_chats (vasa): Input should be a valid integer, unable to parse string as an integer",
        ".env:2: listen: write host:port, such as 127.0.0.1:8081",
        "lots.toml:3: log: Input should be 'console' or 'json'",
    )


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("STAFF_CHATS", "{vasa", "this must be JSON"),
        ("STAFF_CHATS", '{"vasa": -1, "vasa": -2}', "`vasa` stands twice"),
        ("OFFICE_CHATS", '{"vasa": -1}', "write municipality, office and chat, such as"),
        ("OFFICE_CHATS", '{"vasa": {"welfare": -4503599627370496}}', "no chat of Telegram has the number that is set"),
        ("DATABASE_URL", "sqlite:///:memory:", "name a file, such as sqlite:///lots.db"),
        ("API_URL", "telegram.org", "write the base of a Bot API server"),
        ("DATABASE_URL", "mysql://x", "write sqlite:///lots.db or postgresql://"),
        ("CLOCK", "tomorrow", '"tomorrow" is not an instant'),
        ("BACKUP_AT", "4.30", "write a time of day, such as 04:30, or several with commas"),
        ("BACKUPS_KEPT", "0", "Input should be greater than or equal to 1"),
        ("RATE", "fast", "Input should be 'telegram' or 'off'"),
    ],
)
def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str) -> None:
    monkeypatch.setenv(f"LOTS_{name}", value)
    (line,) = problems()
    assert line.startswith(f"LOTS_{name}: {words}")


def test_broken_toml_and_an_unknown_name_are_told_with_the_line() -> None:
    Path("lots.toml").write_text('log = "json"\ntokn = "x"\n')
    assert [line.split(": ")[0] for line in problems()] == ["lots.toml:2"]
    Path("lots.toml").write_text('log = "json"\ntoken =\n')
    assert [line.split(": ")[0] for line in problems()] == ["lots.toml:2"]


def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_WEBHOOK_URL", "https://example.org/lots")
    assert problems() == ("settings: WEBHOOK_URL needs a WEBHOOK_SECRET of 16 to 256 letters, digits, _ or -",)


def test_what_run_cannot_do_without_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [line.split(" ")[0] for line in needed_to_run(read_settings())] == ["LOTS_TOKEN", "LOTS_SECRET_KEY"]
    monkeypatch.setenv("LOTS_TOKEN", "123456:abc")
    monkeypatch.setenv("LOTS_SECRET_KEY", "x" * 32)
    assert needed_to_run(read_settings()) == []


def test_secrets_do_not_show_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_TOKEN", "123456:abcdef")
    monkeypatch.setenv("LOTS_DATABASE_URL", "postgresql://lots:verysecret@db/lots")
    found = read_settings()
    assert "abcdef" not in repr(found)
    assert found.secrets == ("123456:abcdef", "verysecret")


def test_a_byte_order_mark_is_no_text() -> None:
    Path("lots.toml").write_text('\ufefflog = "json"\n', encoding="utf-8")
    Path(".env").write_text("\ufeffLOTS_RATE=off\n", encoding="utf-8")

    found = read_settings()

    assert (found.log, found.rate) == ("json", "off")


def test_the_line_of_a_mistake_is_found_behind_a_byte_order_mark() -> None:
    Path("lots.toml").write_text('\ufefflog = "loud"\n', encoding="utf-8")
    assert problems() == ("lots.toml:1: log: Input should be 'console' or 'json'",)
