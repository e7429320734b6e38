"""Documents from a file of answers."""

from pathlib import Path

import pytest

from tests.bot.commands.command_line import lots

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_documents_are_made_from_a_file_of_answers(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("GU01: Exempelföreningen rf\nFP01: Onsdagsköket\n", encoding="utf-8")

    result = lots("documents", "--pack", "vasa", "--lang", "sv", str(answers), "-o", str(tmp_path / "out"))

    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "Exempelföreningen rf_forslagspapper.docx",
        "Exempelföreningen rf_forslagspapper.pdf",
        "Exempelföreningen rf_grunduppgifter.docx",
        "Exempelföreningen rf_grunduppgifter.pdf",
        "Exempelföreningen rf_handlingar.zip",
    ]


def test_signs_that_the_documents_cannot_show_are_named_on_the_error_stream(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("GU01: สมาคม rf\nFP01: Onsdagsköket 🍲\nFP02: \U00013000 ᚠ\n", encoding="utf-8")

    result = lots("documents", "--pack", "vasa", "--lang", "en", str(answers), "-o", str(tmp_path / "out"))

    assert (result.exit_code, result.stderr) == (0, "These characters cannot be shown in the PDF files: \U00013000 ᚠ\n")
    assert "will not print" not in result.stdout
