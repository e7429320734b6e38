"""A web address."""

from tests.knowledge.answers.fields import code, remarks, value


def test_a_web_address_is_made_secure() -> None:
    assert value("url", "https://exempel.fi") == "https://exempel.fi"
    assert value("url", "www.exempel.fi/sida") == "https://www.exempel.fi/sida"
    assert remarks("url", "http://exempel.fi") == ["url.https"]
    bad = ("nej", "https://", "a b.fi", "https://[", "x@exempel.fi", "javascript:alert(1)")
    assert [code("url", text) for text in bad] == ["url.unreadable"] * len(bad)
