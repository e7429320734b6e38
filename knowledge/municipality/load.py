"""The only reader of pack files: folders -> `{municipality id: Pack}`.

Finds the shipped packs or folders of the operator's own, reads their text and hands it to `validate.py`.
Nothing is kept between calls, so a changed pack is read anew by the next one.
"""

from collections.abc import Sequence
from pathlib import Path

from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.municipality.validate import Pages, judge
from knowledge.municipality.yaml_lines import Page, Problem
from knowledge.operator_file import Unreadable, read_text

BLANKS = (".pdf", ".docx")
"""The endings of forms that a municipality has given."""
SHIPPED = Path(__file__).parents[1] / "packs"


class PackError(Exception):
    """Packs that cannot be used. `problems` names every mistake with its file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def load_packs(where: Sequence[str | Path] = ()) -> dict[str, Pack]:
    """Return the packs by id, in the order asked for; without `where` every shipped pack, by name.

    An item of `where` is the id of a shipped pack or the path of a folder. Raise `PackError` with the
    problems of all packs if any of them is broken, missing, or has the id of another.
    """
    packs: dict[str, Pack] = {}
    problems: list[Problem] = []
    for folder in [folder_of(item) for item in where] or shipped_folders():
        pages, found = read_pages(folder)
        pack, judged = _judged(pages) if pages else (None, [])
        problems += found + judged
        if pack is not None and pack.id in packs:
            problems.append(Problem(str(folder / "pack.yaml"), 1, f"another pack is called `{pack.id}` too"))
        elif pack is not None:
            packs[pack.id] = pack
    if problems:
        raise PackError(problems)
    return packs


def _judged(pages: Pages) -> tuple[Pack | None, list[Problem]]:
    judged = judge(pages)
    return judged.pack, [problem for problem in judged.problems if not problem.warning]


def folder_of(where: str | Path) -> Path:
    """Return the folder of a shipped pack's id, or the path itself if it is none."""
    shipped = SHIPPED / where
    is_id = isinstance(where, str) and Path(where).name == where and shipped.is_dir()
    return shipped if is_id else Path(where)


def shipped_folders() -> list[Path]:
    """Return the folders of the packs that come with Lots, by name."""
    return sorted(file.parent for file in SHIPPED.glob("*/pack.yaml"))


def read_pages(folder: Path) -> tuple[Pages | None, list[Problem]]:
    """Read the files of a pack as text; without a readable `pack.yaml` there is only a problem."""
    problems: list[Problem] = []
    pack = _page(folder / "pack.yaml", problems)
    if pack is None:
        return None, problems or [Problem(str(folder / "pack.yaml"), 1, "there is no such file")]
    wordings = {language: _page(folder / f"wording.{language.value}.yaml", problems) for language in Language}
    pages = Pages(
        pack=pack,
        wordings={language: page for language, page in wordings.items() if page is not None},
        examples=_page(folder / "examples.yaml", problems),
        lexicon=_page(folder / "lexicon.yaml", problems),
        blanks={file.name: file.read_bytes() for ending in BLANKS for file in folder.glob(f"*{ending}")},
    )
    return pages, problems


def _page(file: Path, problems: list[Problem]) -> Page | None:
    try:
        return Page(str(file), read_text(file))
    except FileNotFoundError:
        return None
    except Unreadable as error:
        problems.append(Problem(str(file), error.line, str(error)))
        return None
