"""All files of a proposal in one archive, and the municipality's own form among them."""

import io
import zipfile
from dataclasses import replace

import pytest

from bot.documents.render import render, render_all
from bot.documents.word.packed import zipped
from tests.bot.documents.form.blanks import a_blank
from tests.bot.documents.papers import a_proposal, pdf_reader, vasa

FILES = [("Föreningen – Å_grunduppgifter.pdf", b"one"), ("b.docx", b"two")]


def unpacked(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_an_archive_has_the_files_under_their_names_and_no_clock() -> None:
    assert unpacked(zipped(FILES)) == FILES
    assert zipped(FILES) == zipped(FILES)


@pytest.mark.slow
def test_the_last_file_is_an_archive_of_the_others() -> None:
    *files, (name, content) = render_all(a_proposal(), vasa(), "sv")
    assert (name, unpacked(content)) == ("Vasa Exempelförening rf_handlingar.zip", files)


@pytest.mark.slow
@pytest.mark.covers("V9")
def test_the_municipality_s_own_form_has_the_demanded_name_and_the_sheet_another() -> None:
    pack = replace(vasa(), blanks=(a_blank(),))
    files = render(a_proposal(GU01='Åland/Vasa "Köket" 🍲 rf'), pack, "sv")
    stem = "Åland-Vasa -Köket- rf"
    assert [name for name, _ in files] == [
        f"{stem}_grunduppgifter-underlag.pdf",
        f"{stem}_grunduppgifter-underlag.docx",
        f"{stem}_forslagspapper.pdf",
        f"{stem}_forslagspapper.docx",
        f"{stem}_grunduppgifter.pdf",
    ]
    assert str((pdf_reader(files[-1][1]).get_fields() or {})["number"]["/V"]) == "20774740"
    assert len(render(a_proposal(), pack, "fi")) == 4
