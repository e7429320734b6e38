"""The types of files that a question can take, and which of them a file is.

The ending of its name tells; where a name has none, what the sender's program says it is (its media type). Neither
proves anything about the content, which Lots does not look at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.language import Language, Text
from knowledge.municipality.meaning import FileType

LONGEST_ENDING = 5
"""In characters: more letters behind the last dot of a name are a part of it."""
PROGRAMS = frozenset(
    ("apk", "app", "bat", "cmd", "com", "cpl", "dll", "exe", "hta", "jar", "js", "jse", "lnk", "msi", "ps1", "reg",
     "scr", "sh", "vb", "vbs", "wsf")
)  # fmt: skip
"""Endings of what runs when it is opened; the mail servers of most municipalities stop it."""
PHOTO, DOCUMENT = "photo", "document"
"""The kinds of messages (Bot API) that bring a file: a picture that Telegram has made smaller, and a file as it is."""


@dataclass(frozen=True)
class Described:
    """A type of files: the endings of its names, the usual one first, its media types, and what people call it."""

    endings: tuple[str, ...]
    media: tuple[str, ...]
    label: Text


def _office(name: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.{name}"


def _everywhere(label: str) -> Text:
    return dict.fromkeys(Language, label)


TYPES: Mapping[FileType, Described] = {
    FileType.PDF: Described(("pdf",), ("application/pdf",), _everywhere("PDF")),
    FileType.WORD: Described(
        ("docx", "doc"), (_office("wordprocessingml.document"), "application/msword"), _everywhere("Word")
    ),
    FileType.EXCEL: Described(
        ("xlsx", "xls"), (_office("spreadsheetml.sheet"), "application/vnd.ms-excel"), _everywhere("Excel")
    ),
    FileType.OPEN_DOCUMENT: Described(
        ("odt", "ods"),
        ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"),
        _everywhere("OpenDocument"),
    ),
    FileType.IMAGE: Described(
        ("jpg", "jpeg", "png", "heic", "webp", "tif", "tiff"),
        ("image/jpeg", "image/png", "image/heic", "image/webp", "image/tiff"),
        {Language.SV: "bild", Language.FI: "kuva", Language.EN: "picture"},
    ),
}
"""Every type by the name that packs call it."""


def ending_of(name: str) -> str:
    """Return the ending of a name in small letters, empty if it has none: "Stadgar 2.0" has none, "a.tar.gz" gz."""
    stem, dot, ending = name.strip().rpartition(".")
    short = len(ending) <= LONGEST_ENDING and ending.isalnum() and not ending.isdigit()
    return ending.lower() if dot and stem and short else ""


def is_program(name: str) -> bool:
    """Tell whether a name is that of a program, whatever stands before its last dot: "budget.pdf.exe"."""
    return ending_of(name) in PROGRAMS


def type_of(kind: str, name: str, media: str) -> FileType | None:
    """Return the type of a file by the kind of its message, its name and its media type; None for any other."""
    if kind == PHOTO:
        return FileType.IMAGE
    if kind != DOCUMENT or is_program(name):
        return None
    by_name = _found(lambda described: ending_of(name) in described.endings)
    return by_name or _found(lambda described: media.lower() in described.media)


def fitting_ending(found: FileType, kind: str, name: str, media: str) -> str:
    """Return the ending that a file of a type has: its own, else that of its media type."""
    described = TYPES[found]
    if ending_of(name) in described.endings:
        return ending_of(name)
    named = dict(zip(described.media, _of_media(found), strict=True))
    return described.endings[0] if kind == PHOTO else named.get(media.lower(), described.endings[0])


def _of_media(found: FileType) -> tuple[str, ...]:
    """The endings that belong to the media types of a type, in their order."""
    return ("jpg", "png", "heic", "webp", "tiff") if found is FileType.IMAGE else TYPES[found].endings


def _found(fits: Callable[[Described], bool]) -> FileType | None:
    return next((name for name, described in TYPES.items() if fits(described)), None)
