"""A postal address."""

from tests.knowledge.answers.fields import code, value, vaxjo


def test_an_address_has_the_postal_code_of_the_country() -> None:
    assert value("address", "Gatan 1\n65100 Vasa") == "Gatan 1, 65100 Vasa"
    assert value("address", "PB 12, FI-65101 Vasa") == "PB 12, FI-65101 Vasa"
    assert value("address", "Gatan 1, 352 31 Växjö", pack=vaxjo()) == "Gatan 1, 352 31 Växjö"
    assert [code("address", text) for text in ("Gatan 1, Vasa", "65100", "Gatan 1, 651 00 Vasa")] == [
        "address.code"
    ] * 3
