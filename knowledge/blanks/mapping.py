"""What a pack says of the municipality's own forms: whether they can be read, and whether each box is one of theirs."""

from collections.abc import Iterator, Mapping

from knowledge.blanks.blank import Blank, BoxKind, FormBox, Mapped
from knowledge.blanks.docx_boxes import docx_boxes
from knowledge.blanks.pdf_boxes import pdf_boxes
from knowledge.municipality.coherence import Complaint
from knowledge.municipality.shape import BlankShape, BoxShape, PackShape
from knowledge.municipality.yaml_lines import Path

READERS = {"pdf": pdf_boxes, "docx": docx_boxes}
NAMED = 12
"""How many boxes of a form a complaint names."""


def read_blanks(pack: PackShape, files: Mapping[str, bytes]) -> tuple[Blank, ...]:
    """Return the forms of a pack, whose files are given by their names. Raise `ValueError` for one that is none."""
    return tuple(_blank(blank, files[blank.file]) for blank in pack.blanks)


def _blank(blank: BlankShape, content: bytes) -> Blank:
    mapped = tuple(Mapped(**box.model_dump()) for box in blank.boxes)
    return Blank(blank.file, content, blank.languages, _boxes(blank.file, content), mapped)


def _boxes(file: str, content: bytes) -> dict[str, FormBox]:
    return READERS[file.rpartition(".")[2].lower()](content)


def wrong_blanks(pack: PackShape, files: Mapping[str, bytes]) -> Iterator[Complaint]:
    """Find forms that are missing or cannot be read, and boxes that they do not have or that take something else."""
    taken: dict[str, str] = {}
    for row, blank in enumerate(pack.blanks):
        path: Path = ("blanks", row)
        for language in blank.languages:
            if language not in pack.documents:
                yield (*path, "languages"), f"the pack has no documents in `{language}`"
            elif language in taken:
                yield (*path, "languages"), f"`{taken[language]}` is the form in `{language}` already"
            taken.setdefault(language, blank.file)
        if blank.file not in files:
            yield (*path, "file"), f"there is no `{blank.file}` beside pack.yaml"
            continue
        try:
            boxes = _boxes(blank.file, files[blank.file])
        except ValueError as error:
            yield (*path, "file"), f"`{blank.file}`: {error}"
            continue
        yield from _wrong_boxes(path, blank, boxes, pack)


def _wrong_boxes(path: Path, blank: BlankShape, boxes: Mapping[str, FormBox], pack: PackShape) -> Iterator[Complaint]:
    met: set[str] = set()
    for place, mapped in enumerate(blank.boxes):
        at: Path = (*path, "boxes", place)
        box = boxes.get(mapped.box)
        if mapped.box in met:
            yield (*at, "box"), f"box `{mapped.box}` stands twice"
        met.add(mapped.box)
        if box is None:
            has = ", ".join(list(boxes)[:NAMED]) or "none"
            yield (*at, "box"), f"`{blank.file}` has no box `{mapped.box}`; it has {has}"
        else:
            yield from (((*at, key), message) for key, message in _wrong_box(mapped, box))
        yield from _wrong_field(at, mapped, pack)


def _wrong_box(mapped: BoxShape, box: FormBox) -> Iterator[tuple[str, str]]:
    if (box.kind is BoxKind.TICK) != bool(mapped.ticks):
        yield (
            "box",
            f"box `{mapped.box}` takes {box.kind.value}: "
            + (
                "say with `ticks` which answer ticks it" if box.kind is BoxKind.TICK else "`ticks` is for boxes to tick"
            ),
        )
    for name in mapped.choices.values():
        if box.kind is BoxKind.CHOICE and name not in box.options:
            yield "choices", f"box `{mapped.box}` does not offer `{name}`, only {', '.join(box.options)}"


def _wrong_field(at: Path, mapped: BoxShape, pack: PackShape) -> Iterator[Complaint]:
    known = {field.id: field for field in pack.fields}
    if mapped.today == bool(mapped.field):
        yield (*at, "field"), f"box `{mapped.box}` needs either a `field` or `today`"
    elif mapped.field and mapped.field not in known:
        yield (*at, "field"), f"no field `{mapped.field}` in this pack"
    elif mapped.field and known[mapped.field].options:
        for value in (*mapped.choices, *([mapped.ticks] if mapped.ticks else [])):
            if value not in known[mapped.field].options:
                yield at, f"field `{mapped.field}` has no answer `{value}`"
