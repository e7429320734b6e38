"""One language, by its name in any language."""

import pytest

from tests.knowledge.answers.fields import code, value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("svenska", "sv"),
        ("suomi", "fi"),
        ("ruotsi", "sv"),
        ("3", "en"),
        ("English", "en"),
        ("EN", "en"),
        ("suomi (fi)", "fi"),
        ("på engelska", "en"),
    ],
)
def test_a_language(text: str, language: str) -> None:
    assert value("language", text) == language


@pytest.mark.parametrize(
    "text",
    [
        "svenska eller finska", "tyska", "9", "99999", "en osaa sanoa", "en välitä", "en ungdom talar", "en av oss",
        "en puhu englantia", "ej engelska", "vad som helst utom engelska", "anything but English", "muu kuin englanti",
    ],
)  # fmt: skip
def test_what_is_not_one_language(text: str) -> None:
    assert code("language", text) == "language.unreadable"
