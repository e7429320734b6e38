"""Files that are sent as an answer: what Telegram needs to send them again, not their bytes. And words in their place.

A value is a list of files and notes in the order they came. A question takes as many files as its field allows, of its
types and up to its size; words beside them ("we bring the budget to the meeting") are kept as notes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale
from babel.lists import format_list
from babel.units import format_unit

from knowledge.answers.formats import locale_of
from knowledge.answers.kind import Kind, SetAs, SheetPart
from knowledge.answers.kinds.attached.file_types import TYPES, fitting_ending, is_program, type_of
from knowledge.answers.labels import PARTS
from knowledge.answers.reading.length import SHORT_TEXT
from knowledge.answers.reading.pieces import quoted
from knowledge.answers.reading.vocabulary import SURE, YES, is_any
from knowledge.answers.result import Json, Reading, Remark, Typed, Unclear, Understood
from knowledge.answers.shape import holds, some_of
from knowledge.answers.shown import Shown
from knowledge.language import Language, words
from knowledge.municipality.meaning import FilesWanted, FileType
from knowledge.municipality.pack import Field

File = Mapping[str, Any]
"""A file as it is kept: `kind`, `file_id`, `unique`, `name`, `size` (bytes, 0 if not known), `media`, `caption`."""
KILO, MEGA = 1_000, 1_000_000
"""Bytes, as people and their programs count them today."""
ANY_FILES = FilesWanted((), 0)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it came: the kind of its message, its name as a file may be called, its size in bytes (0: not known)
    and its media type. `is_empty`: it surely has no bytes.
    """

    kind: str
    file_id: str
    unique: str
    name: str
    size: int
    media: str
    is_empty: bool = False
    caption: str = ""

    @property
    def kept(self) -> dict[str, Any]:
        """What is kept of it."""
        about = {"kind": self.kind, "file_id": self.file_id, "unique": self.unique, "name": self.name}
        return {**about, "size": self.size, "media": self.media, "caption": self.caption}


def taken(field: Field, sent: Sent, so_far: Sequence[Json], language: Language, country: str) -> Reading:
    """Return the whole answer with one more file, or why it does not fit.

    The same file, or one with the name of an earlier one, takes its place; so does any where only one fits.
    """
    files = files_in(so_far)
    most, locale = field.limits[1] or len(files) + 1, locale_of(language, country)
    if problem := _problem(field, sent, language, locale):
        return problem
    older = files[:1] if most == 1 else [file for file in files if _is_same(file, sent)]
    if not older and len(files) >= most:
        return Unclear("file.many", {"name": _called(sent), "most": str(most)})
    if not older:
        return Understood([*so_far, sent.kept])
    whole = [sent.kept if item is older[0] else item for item in so_far]
    same = bool(sent.unique) and older[0].get("unique") == sent.unique
    replaced = Remark("file.same" if same else "file.replaced", {"name": _called_before(older[0])}, is_note=True)
    return Understood(whole, (replaced,))


def _problem(field: Field, sent: Sent, language: Language, locale: Locale) -> Unclear | None:
    wanted = field.files or ANY_FILES
    told = {"name": _called(sent), "types": types_in_words(wanted, language)}
    if is_program(sent.name):
        return Unclear("file.program", told)
    if type_of(sent.kind, sent.name, sent.media) not in wanted.types:
        return Unclear("file.kind" if sent.name else "file.nameless", told)
    if sent.is_empty:
        return Unclear("file.empty", told)
    if sent.size > wanted.megabytes * MEGA:
        most = in_bytes(wanted.megabytes * MEGA, locale)
        return Unclear("file.large", {**told, "size": in_bytes(sent.size, locale), "most": most})
    return None


def files_in(value: Json) -> list[dict[str, Any]]:
    """Return the files of an answer, without its notes."""
    return [item for item in value if "file_id" in item] if isinstance(value, list) else []


def names_of(files: Sequence[File], language: Language) -> list[str]:
    """Return what each file is called, none as another: a picture without a name by its number."""
    names: list[str] = []
    for number, file in enumerate(files, 1):
        found = type_of(file["kind"], file["name"], file["media"])
        ending = fitting_ending(found, file["kind"], file["name"], file["media"]) if found else ""
        called = PARTS["picture" if found is FileType.IMAGE else "attachment"]
        name = file["name"] or f"{words(called, language)} {number}.{ending}"
        names.append(apart(name, names))
    return names


def types_in_words(wanted: FilesWanted, language: Language) -> str:
    """Return the types of files that fit, as a part of a sentence: PDF, Word or picture."""
    labels = [words(TYPES[name].label, language) for name in wanted.types]
    return str(format_list(labels, style="or", locale=locale_of(language, "")))


def in_bytes(size: int, locale: Locale) -> str:
    """Return a size as people read it: 240 kB, 1,5 MB."""
    kilo, mega = max(1, round(size / KILO)), round(size / MEGA, 1)
    amount, unit = (kilo, "digital-kilobyte") if size < MEGA else (mega, "digital-megabyte")
    # CLDR has a plain space here, at which a line may end; in sums and days it has one at which it may not.
    return str(format_unit(amount, unit, "short", locale=locale)).replace(" ", "\u00a0")


def in_words(file: File, name: str, locale: Locale) -> str:
    """Return a file as one line: its name, its size where it is known, and what was written under it."""
    size = f", {in_bytes(file['size'], locale)}" if file["size"] else ""
    return f"{name}{size}" + (f" ({file['caption']})" if file["caption"] else "")


def apart(name: str, others: Sequence[str]) -> str:
    """Return a name that none of the others has, in any case of its letters: its own, or with a number."""
    known, (stem, dot, ending) = {other.casefold() for other in others}, name.rpartition(".")
    several = (f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})" for number in range(2, 100))
    return name if name.casefold() not in known else next(one for one in several if one.casefold() not in known)


def _is_same(file: File, sent: Sent) -> bool:
    if sent.unique and file["unique"] == sent.unique:
        return True
    return bool(sent.name) and file["name"].casefold() == sent.name.casefold()


def _called(sent: Sent) -> str:
    return quoted(sent.name)


def _called_before(file: File) -> str:
    return quoted(file["name"])


def _read(said: Typed) -> Reading:
    """Take words in place of a file, or beside it, as a note."""
    if is_any((*YES, *SURE), said.text):
        return said.unclear("file.wanted", types=types_in_words(said.field.files or ANY_FILES, said.language))
    if len(said.text) > SHORT_TEXT:
        return said.unclear("text.long", most=said.figures(SHORT_TEXT), length=said.figures(len(said.text)))
    return Understood([{"said": said.text}])


def _show(shown: Shown) -> list[str]:
    """Show a line for each file and each note."""
    names = iter(names_of(files_in(shown.value), shown.language))
    lines = (str(item["said"]) if "said" in item else in_words(item, next(names), shown.locale) for item in shown.value)
    return list(lines)


_is_file = holds("kind", "file_id", "unique", "name", "size", "media", "caption")
_is_note = holds("said")


FILE = Kind(
    name="file",
    read=_read,
    show=_show,
    fits=some_of(lambda item: _is_file(item) or _is_note(item)),
    any_words=True,
    may_be_lacking=True,
    several=True,
    takes_files=True,
    set_as=SetAs.LIST,
    on_sheet=SheetPart.ECONOMY,
)
