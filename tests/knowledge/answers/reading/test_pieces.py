"""What every reader sees of a text."""

from knowledge.answers.reading.pieces import cleaned


def test_text_is_cleaned_of_what_no_file_can_hold() -> None:
    assert cleaned(" a\x00b\r\nc\td\ud800\ufeff ") == "ab\nc\td"
    assert cleaned("a\u0308") == "ä"
