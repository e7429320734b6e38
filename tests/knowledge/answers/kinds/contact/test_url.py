"""A web address."""

from tests.knowledge.answers.fields import code, remarks, value


def test_a_web_address_is_made_secure() -> None:
    assert value("url", "https://exempel.fi") == "https://exempel.fi"
    assert value("url", "www.exempel.fi/sida") == "https://www.exempel.fi/sida"
    assert remarks("url", "http://exempel.fi") == ["url.https"]
    bad = ("nytt", "https://", "a b.fi", "https://[", "x@exempel.fi", "javascript:alert(1)")
    assert [code("url", text) for text in bad] == ["url.unreadable"] * len(bad)


def test_that_there_is_none_is_an_answer() -> None:
    for lacking in ("url", "account", "register-number", "org-number"):
        assert [code(lacking, text) for text in ("nej", "vi har ingen", "ei ole", "none")] == ["text.nothing"] * 4
