import pytest

from knowledge.identification.letters import in_other_letters


@pytest.mark.parametrize("text", ["я не", "Привет! Hej", "สวัสดี", "Γειά σου", "გამარჯობა", "안녕"])
def test_most_letters_of_another_alphabet_are_another_language(text: str) -> None:
    assert in_other_letters(text)


@pytest.mark.parametrize(
    "text", ["", "12 €", "👍", "π", "я", "Đặt ở đâu", "ČŠŽ ŋ đ", "Föreningen Шахтёр", "café", "ﬁn"]
)
def test_latin_letters_and_signs_are_not(text: str) -> None:
    assert not in_other_letters(text)
