"""The fonts that the PDF is set in: where they lie, in which order they are asked, and which signs they have.

They come as packages (Noto and Amiri, all under the Open Font License), so that a paper looks the same on every
machine. Typst's own Libertinus sets Latin, Greek and Cyrillic text; its signs are among those of Noto, or are not
counted. Amiri comes before Noto for Arabic script: programs that read the PDF meet whole letters then, doubled ones
with Noto.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bot.documents.cmap import runs_of
from knowledge.papers.printable import Signs

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk", "fontpkg_amiri")
FAMILIES = (
    "Libertinus Serif",
    "Noto Sans",
    "Amiri",
    *(
        f"Noto Sans {script}"
        for script in (
            "Arabic", "Hebrew", "Ethiopic", "Thai", "Lao", "Khmer", "Myanmar", "Devanagari", "Bengali", "Gujarati",
            "Gurmukhi", "Kannada", "Malayalam", "Oriya", "Sinhala", "Tamil", "Telugu", "Armenian", "Georgian",
        )
    ),
    "Noto Sans Symbols",
    "Noto Emoji",
    "Noto Sans CJK SC",
)  # fmt: skip


@cache
def folders() -> tuple[Path, ...]:
    """Return the folders of the font packages. Raise `ModuleNotFoundError` if one is not installed."""
    return tuple(_folder(package) for package in PACKAGES)


@cache
def signs() -> Signs:
    """Return the signs that the fonts have together."""
    files = (file for folder in folders() for file in sorted(folder.rglob("*.[to]t[fc]")))
    return Signs.of(run for file in files for run in runs_of(file))


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the fonts of {package} are not installed", name=package)
    return Path(spec.origin).parent
