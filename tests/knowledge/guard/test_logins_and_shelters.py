"""Cards, log-ins and addresses of shelters are seen; talk of passwords and streets is let through."""

import pytest

from knowledge.guard.guard import (
    CARD,
    LOGIN,
    SHELTER,
    seen,
)

SECRETS = (
    ("kort 4111 1111 1111 1111", CARD),
    ("5500-0000-0000-0004", CARD),
    ("4111111111111111", CARD),
    ("American Express 3782 822463 10005", CARD),
    ("bank: användarnamn 123456 lösenord hemlig99", LOGIN),
    ("nettipankin tunnus 12345678 ja salasana kissa12", LOGIN),
    ("our bank login: user anna, password: sesam", LOGIN),
    ("bankkortets pin-kod är 1234", LOGIN),
    ("Skyddat boende för kvinnor, adressen är Storgatan 5", SHELTER),
    ("turvakoti osoitteessa Kauppakatu 12", SHELTER),
    ("Our women's shelter is at Storgatan 12", SHELTER),
    ("boende för våldsutsatta kvinnor, adressen är Storgatan 5", SHELTER),
    ("Vi har ett hus för kvinnor som flyr från våld i hemmet. Huset ligger på Ringvägen 8", SHELTER),
    ("our women's shelter at 12 Shore Street", SHELTER),
    ("turvakoti sijaitsee osoitteessa Kauppapuistikko 12", SHELTER),
    ("Kvinnojouren har en lägenhet på Storgatan 3", SHELTER),
    ("salasana: kissa123", LOGIN),
    ("lösenordet är Sommar2024", LOGIN),
    ("password hunter2", LOGIN),
    ("pinkod 4321", LOGIN),
    ("salasana on Kesa2024", LOGIN),
)
NO_SECRETS = (
    "Vi hjälper äldre med lösenord och bank-id",
    "Opetamme salasanan ja pankkitunnusten käyttöä",
    "Zoom-möte, lösenord 482910",
    "Vi träffas på Storgatan 5",
    "kvinnojouren behöver pengar till två rum",
    "Lösenordet är viktigt på nätet",
    "kod 1234 i dörren",
    "Kvinnojouren samlar in pengar på torget, vi finns på Storgatan 3",
    "Kvinnojourens kansli finns på Storgatan 3",
    "Kurs om lösenord 2025",
    "Salasanat 2020-luvulla",
)


@pytest.mark.parametrize(("text", "kind"), SECRETS)
def test_cards_log_ins_and_addresses_of_shelters_are_seen(text: str, kind: str) -> None:
    assert [one.kind for one in seen(text)][-1:] == [kind]


@pytest.mark.parametrize("text", NO_SECRETS)
def test_talk_of_passwords_and_streets_is_let_through(text: str) -> None:
    assert seen(text) == ()


def test_an_address_after_talk_of_a_shelter_is_seen() -> None:
    assert [one.kind for one in seen("adressen är Storgatan 5", about="Vi driver ett skyddat boende")] == [SHELTER]
    assert seen("adressen är Storgatan 5", about="Vi driver ett kafé") == ()
