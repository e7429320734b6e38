"""Lists in messages stand one blank line below their heading."""

import pytest

from dialogs import texts
from knowledge.language import Language


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", ["clarify", "understood"])
def test_what_was_understood_stands_one_blank_line_below(key: str, language: Language) -> None:
    said = texts.plain(language, f"need.{key}", first=False, lines=["1  A", "2  B"])

    assert "\n\n\n" not in said
