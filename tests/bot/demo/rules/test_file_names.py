"""The local Bot API shows the names of uploaded files as the real server does."""

import pytest

from bot.demo.rules.file_names import cleaned


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Vasa Exempelförening rf_grunduppgifter.pdf", "Vasa Exempelförening rf_grunduppgifter.pdf"),
        ("Unga & Gamla.pdf", "Unga   Gamla.pdf"),
        ("a'b`c\"d.pdf", "a b c d.pdf"),
        (" ..dolt.txt", "dolt.txt"),
        ("slut . .pdf", "slut.pdf"),
        ("x" * 70 + ".pdf", "x" * 64 + ".pdf"),
        ("a." + "b" * 20, "a." + "b" * 16),
        ("Glada 🎉 – rf.pdf", "Glada     rf.pdf"),
        ("o\u0308.pdf", "o.pdf"),
        ("mapp/fil.pdf", "fil.pdf"),
        ("utan", "utan"),
        (".pdf", "pdf"),
        ("🎉", "file"),
    ],
)
def test_names_are_cleaned(name: str, shown: str) -> None:
    assert cleaned(name) == shown
