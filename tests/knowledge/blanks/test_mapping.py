"""A pack with a form: what `lots check` says of it, with file and line."""

import shutil
from pathlib import Path

import pytest

from knowledge.blanks.blank import Mapped
from knowledge.check import problems
from knowledge.language import Language
from knowledge.municipality.load import SHIPPED, load_packs
from tests.bot.documents.form.blanks import docx_form, pdf_form

GOOD = [
    "blanks:",
    "  - file: blankett.pdf",
    "    languages: [sv, fi]",
    "    boxes:",
    "      - {box: name, field: GU01}",
    '      - {box: board, field: GU13, part: board, choices: {"yes": Ja, "no": Nej, underway: Nej}}',
    '      - {box: rules, field: GU13, part: rules, ticks: "yes"}',
    "      - {box: day, today: true}",
]


def a_pack(folder: Path, lines: list[str]) -> tuple[Path, int]:
    """Vasa with these lines at the end; return its folder and how many lines were before them."""
    shutil.copytree(SHIPPED / "vasa", folder)
    (folder / "blankett.pdf").write_bytes(pdf_form())
    (folder / "blankett.docx").write_bytes(docx_form())
    page = folder / "pack.yaml"
    before = page.read_text("utf-8").rstrip() + "\n"
    page.write_text(before + "\n".join(lines) + "\n", "utf-8")
    return folder, before.count("\n")


def test_a_form_is_read_with_its_boxes_and_what_goes_into_them(tmp_path: Path) -> None:
    folder, _ = a_pack(tmp_path / "vasa", GOOD)
    [blank] = load_packs([folder])["vasa"].blanks
    assert problems(folder) == []
    assert (blank.file, blank.content, blank.languages) == ("blankett.pdf", pdf_form(), (Language.SV, Language.FI))
    assert blank.mapped[:2] == (
        Mapped("name", "GU01"),
        Mapped("board", "GU13", "board", {"yes": "Ja", "no": "Nej", "underway": "Nej"}),
    )


@pytest.mark.parametrize(
    ("row", "line", "message"),
    [
        (1, "  - file: borta.pdf", "there is no `borta.pdf` beside pack.yaml"),
        (1, "  - file: pack.yaml", "`blanks.0.file`"),
        (2, "    languages: [en]", "the pack has no documents in `en`"),
        (4, "      - {box: nmae, field: GU01}", "`blankett.pdf` has no box `nmae`; it has name, number, activity"),
        (4, "      - {box: name, field: XX9}", "no field `XX9` in this pack"),
        (4, "      - {box: name}", "box `name` needs either a `field` or `today`"),
        (4, "      - {box: name, field: GU01, ticks: x}", "`ticks` is for boxes to tick"),
        (4, "      - {box: rules, field: GU01}", "say with `ticks` which answer ticks it"),
        (4, "      - {box: day, field: GU01}", "box `day` stands twice"),
        (5, '      - {box: board, field: GU13, choices: {"yes": Jo}}', "does not offer `Jo`, only Ja, Nej"),
        (6, "      - {box: rules, field: GU13, part: rules, ticks: maybe}", "field `GU13` has no answer `maybe`"),
    ],
)
def test_what_cannot_be_meant_is_named_with_its_line(tmp_path: Path, row: int, line: str, message: str) -> None:
    folder, before = a_pack(tmp_path / "vasa", [*GOOD[:row], line, *GOOD[row + 1 :]])
    found = [problem for problem in problems(folder) if message in problem.message]
    at = before + (len(GOOD) if "twice" in message else row + 1)
    assert [(Path(one.file).name, one.line, one.warning) for one in found] == [("pack.yaml", at, False)]


def test_a_file_that_is_no_form_is_named(tmp_path: Path) -> None:
    folder, _ = a_pack(tmp_path / "vasa", GOOD)
    (folder / "blankett.pdf").write_bytes(b"no PDF")
    assert ["cannot be read as a PDF" in problem.message for problem in problems(folder)] == [True]
