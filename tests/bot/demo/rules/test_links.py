"""Links are kept, completed and refused as by Telegram's own server."""

import pytest

from bot.demo.rules.links import WrongLink, checked, mentioned


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://Vasa.FI", "https://vasa.fi/"),
        ("vasa.fi/a b ", "http://vasa.fi/a%20b"),
        ("vasa.fi?x=1", "http://vasa.fi/?x=1"),
        ("http://u:p@vasa.fi:08080/", "http://u:p@vasa.fi:8080/"),
        ("mailto:a@vasa.fi", "http://mailto:a@vasa.fi/"),
        ("TG:resolve?domain=lots", "tg://resolve?domain=lots"),
        ("tg://settings", "tg://settings/"),
        ("tonsite://x.ton", "tonsite://x.ton/"),
    ],
)
def test_kept(link: str, kept: str) -> None:
    assert checked(link) == kept


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("localhost", "Wrong HTTP URL"),
        ("mailto:a", "Wrong port number specified in the URL"),
        ("tel:112", "Wrong HTTP URL"),
        ("ftp://vasa.fi", "Unsupported URL protocol"),
        ("http://", "URL host is empty"),
        ("http://va sa.fi", "Disallowed character in URL host"),
        ("http://vasa.fi:70000", "Wrong port number specified in the URL"),
        ("tg://a.b", "Unallowed characters in URL host"),
    ],
)
def test_refused(link: str, words: str) -> None:
    with pytest.raises(WrongLink) as wrong:
        checked(link)
    assert str(wrong.value) == words


@pytest.mark.parametrize(
    ("link", "person"),
    [
        ("tg://user?id=7", 7),
        ("TG:user/?x=1&id=12#y", 12),
        ("tg://user?id=x", 0),
        ("tg://users?id=7", 0),
        ("https://t.me/user?id=7", 0),
    ],
)
def test_people_who_are_mentioned(link: str, person: int) -> None:
    assert mentioned(link) == person
