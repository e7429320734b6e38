"""The number in the Finnish register of associations."""

import pytest

from tests.knowledge.answers.fields import code, value


@pytest.mark.parametrize(
    ("text", "number"),
    [("123.456", "123.456"), ("nr 123456", "123.456"), ("1 234", "1.234"), ("123", "123"), ("nr 12", "12")],
)
def test_a_register_number(text: str, number: str) -> None:
    assert value("register-number", text) == number


@pytest.mark.parametrize("text", ["13", "1234567", "123 45", "Vasa 1984", "Vaasa 2011"])
def test_what_is_no_register_number(text: str) -> None:
    assert code("register-number", text) == "register-number.unreadable"
