"""The list of bots in `lots.toml`: what each gets, and what an operator is told with file and line."""

from pathlib import Path

import pytest

from bot.settings_files import SettingsError
from bot.settings_of_bots import lines_of, needed_by, read_bots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")

VASA = """listen = "127.0.0.1:9"
webhook_url = "https://lots.example.org/hooks/"
webhook_secret = "a-secret-of-the-process"

[[bots]]
name = "vasa"
token_file = "vasa.token"
secret_key = "a key of Vasa, long enough"
packs = ["vasa"]
[bots.staff_chats]
vasa = -5
"""
TABLE = VASA[VASA.index("[[") :]
OSTERSUND = """
[[bots]]
name = "ostersund"
token = "222222222:AAA"
secret_key = "a key of Östersund, long enough"
database_url = "postgresql://lots@db/ostersund"
webhook_path = "/o"
"""


def problems(only: str = "") -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_bots(only)
    return caught.value.problems


def written(text: str) -> None:
    Path("lots.toml").write_text(text)
    Path("vasa.token").write_text("111111111:AAA\n")


def test_each_bot_has_its_own_and_shares_what_is_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    written(VASA + OSTERSUND)
    monkeypatch.setenv("LOTS_RATE", "off")

    vasa, ostersund = (bot.settings for bot in read_bots())

    assert (vasa.token.get_secret_value(), vasa.packs, vasa.staff_chats) == ("111111111:AAA", ("vasa",), {"vasa": -5})
    assert (vasa.database_url, ostersund.database_url) == ("sqlite:///vasa.db", "postgresql://lots@db/ostersund")
    assert {item.listen for item in (vasa, ostersund)} == {"127.0.0.1:9"}
    assert {item.rate for item in (vasa, ostersund)} == {"off"}
    hooks = ("https://lots.example.org/hooks/vasa", "https://lots.example.org/hooks/o")
    assert (vasa.webhook_url, ostersund.webhook_url) == hooks
    assert vasa.webhook_secret != ostersund.webhook_secret


def test_one_bot_is_chosen_by_its_name() -> None:
    written(VASA + OSTERSUND)

    assert [bot.name for bot in read_bots("ostersund")] == ["ostersund"]
    assert problems("goteborg") == ("There is no bot goteborg. Known: vasa, ostersund.",)


def test_bots_may_share_a_database_where_each_has_a_schema() -> None:
    own = OSTERSUND.replace("/ostersund", "/lots?schema=ostersund")
    written(VASA.replace("packs", 'database_url = "postgresql://lots@db/lots?schema=vasa"\npacks') + own)

    assert [bot.settings.database_url.rpartition("=")[2] for bot in read_bots()] == ["vasa", "ostersund"]


def test_without_a_list_the_one_bot_has_no_name_and_the_plain_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_TOKEN", "333333333:AAA")

    (only,) = read_bots()

    assert (only.name, only.settings.token.get_secret_value()) == ("", "333333333:AAA")
    assert problems("vasa") == ("There is no bot vasa. Known: none, for lots.toml has no list [[bots]].",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bots = 3", "lots.toml:1: bots: write a table [[bots]] for each bot."),
        ("bots = []", "lots.toml:1: bots: the list is empty. Write a table [[bots]] for each bot."),
        ("[[bots]]\n", "lots.toml:1: name: give the bot a short name of small letters and digits, such as vasa."),
        ("[[bots]]\nname = 'Åbo'", "lots.toml:2: name: give the bot a short name of small letters"),
        ("[[bots]]\nname = 'a'\n\nlisten = ':1'", "lots.toml:4: listen: a bot has no such setting. Known: name,"),
        ("[[bots]]\nname = 'a'\ntoken = 'x'", "lots.toml:3: token: a token looks like 123456789:AA...;"),
        ("[[bots]]\nname = 'a'\ntoken_file = 'none'", "lots.toml:3: token_file: none cannot be read: No such file"),
        ("[[bots]]\nname = 'a'\n[bots.staff_chats]\nvasa = 'x'", "lots.toml:3: staff_chats (vasa): Input should be"),
        ("token = '1:AAA'\n[[bots]]\nname = 'a'", "lots.toml:1: token: a token looks like"),
        ("packs = ['vasa']\n[[bots]]\nname = 'a'", "lots.toml:1: packs: with a list [[bots]] this stands in the table"),
        ("[[bots]]\nname = 'a'\n[[bots]]\nname = 'a'", "lots.toml:4: name: two bots have this name"),
        (OSTERSUND + "\n[[bots]]\nname = 'o2'\ntoken = '2222:AAA'\ndatabase_url = 'postgresql://b@db:5432/ostersund'",
            "lots.toml:12: database_url: another bot has this database"),
        ("[[bots]]\nname = 'a'\ndatabase_url = 'postgresql://db/lots?schema=Vasa'",
            "lots.toml:3: database_url: a schema has a name of small letters, digits and _, such as ?schema=vasa"),
        ("[[bots]]\nname = 'a'\ndatabase_url = 'sqlite:///a.db?schema=vasa'",
            "lots.toml:3: database_url: a schema is of PostgreSQL alone"),
        (VASA + TABLE.replace('"vasa"\ntoken', '"v2"\ntoken'), "lots.toml:12: token: another bot has this token"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(text: str, told: str) -> None:
    written(text)

    assert problems()[0].startswith(told)


def test_what_is_missing_and_what_is_unusual_is_told_of_its_bot() -> None:
    written(VASA + "\n[[bots]]\nname = 'b'\n")
    vasa, second = read_bots()

    assert [line.split(" is missing")[0] for line in needed_by([second])] == [
        "lots.toml:13: token:",
        "lots.toml:13: secret_key:",
    ]
    assert list(lines_of(vasa, ["LOTS_STAFF_CHATS: -5 of vasa is odd."])) == [
        "lots.toml:10: staff_chats: -5 of vasa is odd."
    ]
