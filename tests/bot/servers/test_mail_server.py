"""The address of a mail server: what it means, and what is wrong with one that means nothing."""

import pytest

from bot.servers.mail_server import Encrypted, MailServer, is_sender, mail_server, passwords_in

NOTHING = (
    "mail.example.org",
    "http://h",
    "smtp://",
    "smtp://h:0",
    "smtp://h:99999",
    "smtp://h/path",
    "smtp://h?tls=no",
)


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail.example.org", MailServer("mail.example.org", 25, Encrypted.IF_OFFERED)),
        ("smtp://mail.example.org:2525/", MailServer("mail.example.org", 2525, Encrypted.IF_OFFERED)),
        (
            "smtp://lots:h%40mn%2F2023@mail.example.org",
            MailServer("mail.example.org", 25, Encrypted.ALWAYS, "lots", "h@mn/2023"),
        ),
        ("smtp://lots:x@127.0.0.1:25", MailServer("127.0.0.1", 25, Encrypted.IF_OFFERED, "lots", "x")),
        ("smtp://lots:x@[::1]", MailServer("::1", 25, Encrypted.IF_OFFERED, "lots", "x")),
        ("smtps://a%40b.example:x@h", MailServer("h", 465, Encrypted.AT_ONCE, "a@b.example", "x")),
        ("smtp+starttls://h", MailServer("h", 587, Encrypted.ALWAYS)),
    ],
)
def test_what_an_address_means(address: str, server: MailServer) -> None:
    assert mail_server(address) == server


@pytest.mark.parametrize("address", [*NOTHING, "smtp://[h"])
def test_an_address_that_means_nothing_is_told_with_one_that_does(address: str) -> None:
    with pytest.raises(ValueError, match=r"^write smtp://, smtps:// or smtp\+starttls:// with a host, such as smtp"):
        mail_server(address)


@pytest.mark.parametrize("address", ["smtps://lots@h", "smtps://:x@h"])
def test_half_a_login_is_none(address: str) -> None:
    with pytest.raises(ValueError, match=r"^write user and password, or neither"):
        mail_server(address)


def test_a_password_is_known_as_it_is_written_and_as_it_is_sent_and_never_shown() -> None:
    assert passwords_in("smtps://lots:h%40mn@h") == ("h%40mn", "h@mn")
    assert passwords_in("smtps://h") == passwords_in("") == ()
    assert passwords_in("lots:h@mn at my server") == ("lots:h@mn at my server",)
    assert "h@mn" not in repr(mail_server("smtps://lots:h%40mn@h"))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("lots@example.org", True),
        ("Lots <lots@example.org>", True),
        ('"Lots, Vasa" <lots@example.org>', True),
        ("<lots@example.org>", True),
        ("lots", False),
        ("lots@example.org, a@example.org", False),
        ("Lots lots@example.org", False),
        ("löts@example.org", False),
        ("Lots <lots@example.org>\nBcc: a@example.org", False),
        ("", False),
    ],
)
def test_who_sends_is_one_plain_address(text: str, is_one: bool) -> None:
    assert is_sender(text) is is_one
