"""A mail address, with a name or a note beside it."""

import pytest

from knowledge.answers.kinds.contact.email import address_in
from tests.knowledge.answers.fields import code, remarks, value


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("info@exempel.fi", "info@exempel.fi"),
        ("info(at)exempel.fi", "info@exempel.fi"),
        ("s-posti: info@exempel.fi", "info@exempel.fi"),
        ("sähköpostimme on info@exempel.fi", "info@exempel.fi"),
        ("e-post info@exempel.fi", "info@exempel.fi"),
        ("mailare@exempel.fi", "mailare@exempel.fi"),
        ("<info@exempel.fi>", "info@exempel.fi"),
        ("mailto:info@exempel.fi.", "info@exempel.fi"),
    ],
)
def test_a_mail_address(text: str, address: str) -> None:
    assert value("email", text) == address


@pytest.mark.parametrize("text", ["x", "a@b", "a b@c.fi", "a@b@c.fi", "@exempel.fi", f"{'a' * 250}@exempel.fi"])
def test_what_is_no_mail_address(text: str) -> None:
    assert code("email", text) == "email.unreadable"


def test_a_mail_address_with_a_name_or_a_note() -> None:
    texts = ("Maija Meikäläinen <maija@exempel.fi>", "maija@exempel.fi (kassören)", '"Maija" <maija@exempel.fi>')
    assert [value("email", text) for text in texts] == ["maija@exempel.fi"] * 3
    assert [remarks("email", text) for text in texts] == [["email.alone"]] * 3
    assert remarks("email", "E-post: maija@exempel.fi") == []
    assert code("email", "maija@exempel.fi, pekka@exempel.fi") == "email.unreadable"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("registratorn@stad.example", "registratorn@stad.example"),
        ("Registratorn, tfn 06 325 1111 (registrator@stad.example), vard. 8-15.45", "registrator@stad.example"),
        ("Kirjaamo <kirjaamo@kaupunki.example>; faksi", "kirjaamo@kaupunki.example"),
        ("@registrator på mailto:r@stad.example.", "r@stad.example"),
        ("info@föreningen.example", "info@xn--freningen-07a.example"),
        ("å@stad.example, a@stad.example", "a@stad.example"),
        ("ring växeln", ""),
        ("", ""),
    ],
)
def test_the_address_among_words_is_one_that_every_server_takes(text: str, address: str) -> None:
    assert address_in(text) == address
