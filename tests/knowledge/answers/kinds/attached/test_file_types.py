"""Which type a file is of: its ending tells, then its media type; a program is none, whatever else it says."""

import pytest

from knowledge.answers.kinds.attached.file_types import TYPES, ending_of, fitting_ending, is_program, type_of
from knowledge.municipality.meaning import FileType

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("Budget.PDF", "pdf"),
        ("budget.2024.xlsx", "xlsx"),
        ("Stadgar 2.0", ""),
        ("Protokoll 3.4.2024", ""),
        ("a.tar.gz", "gz"),
        (".pdf", ""),
        ("Mötet. Ett protokoll", ""),
        ("x.protokoll", ""),
        ("", ""),
    ],
)
def test_the_ending_of_a_name(name: str, ending: str) -> None:
    assert ending_of(name) == ending


@pytest.mark.parametrize(
    ("kind", "name", "media", "expected"),
    [
        ("document", "Budget.pdf", "", FileType.PDF),
        ("document", "Budget", "application/pdf", FileType.PDF),
        ("document", "Stadgar 2.0", WORD, FileType.WORD),
        ("document", "Budget.odt", "application/octet-stream", FileType.OPEN_DOCUMENT),
        ("document", "bild.JPG", "", FileType.IMAGE),
        ("photo", "", "", FileType.IMAGE),
        ("document", "budget.pdf.exe", "application/pdf", None),
        ("document", "lista.txt", "text/plain", None),
        ("document", "Budget", "", None),
        ("voice", "", "audio/ogg", None),
        ("video", "film.pdf", "video/mp4", None),
    ],
)
def test_what_a_file_is(kind: str, name: str, media: str, expected: FileType | None) -> None:
    assert type_of(kind, name, media) is expected


def test_a_program_is_known_by_its_last_ending() -> None:
    names = ["a.exe", "A.BAT", "budget.pdf.scr", "exe", "budget.exe.pdf", "skriv.js"]
    assert [is_program(name) for name in names] == [True, True, True, False, False, True]


@pytest.mark.parametrize("found", list(FileType))
def test_every_media_type_has_an_ending_of_its_type(found: FileType) -> None:
    endings = [fitting_ending(found, "document", "Budget", media) for media in TYPES[found].media]
    assert set(endings) <= set(TYPES[found].endings)
    assert [type_of("document", f"Budget.{ending}", "") for ending in endings] == [found] * len(endings)


def test_a_file_keeps_its_own_ending_and_a_photo_is_a_jpg() -> None:
    assert fitting_ending(FileType.WORD, "document", "Gammal.DOC", WORD) == "doc"
    assert fitting_ending(FileType.IMAGE, "photo", "", "") == "jpg"
    assert fitting_ending(FileType.EXCEL, "document", "Budget", "okänt") == "xlsx"
