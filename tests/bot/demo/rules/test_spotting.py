"""What Telegram marks by itself, addresses without a protocol among it."""

import pytest

from bot.demo.rules.spotting import spot


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("se vasa.fi, tack", [("url", "vasa.fi")]),
        ("www.vasa.fi/sv/a?b=1.", [("url", "www.vasa.fi/sv/a?b=1")]),
        ("skriv till lots.vasa@vasa.fi", [("email", "lots.vasa@vasa.fi")]),
        ("fil.pdf och kl.12 och a.example", []),
        ("https://a.example/x!", [("url", "https://a.example/x")]),
        ("åäö.se", [("url", "åäö.se")]),
        ("_x.se a-.se", []),
        ("/start @lots #tagg", [("bot_command", "/start"), ("mention", "@lots"), ("hashtag", "#tagg")]),
    ],
)
def test_spotted(text: str, found: list[tuple[str, str]]) -> None:
    spotted = [(one["type"], text[one["offset"] : one["offset"] + one["length"]]) for one in spot(text)]
    assert spotted == found
