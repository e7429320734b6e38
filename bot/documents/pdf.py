"""A paper as PDF: tagged, with title and language, PDF/UA-1.

Typst sets the page from fonts that we carry, so the same paper gives the same bytes on every machine. A sign that none
of them has is no fault of the writer: it alone is replaced, and the rest keeps the standard. Long strings without a
space get places where they may be broken, so that nothing leaves its box.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from bot.documents.breaks import breakable
from bot.documents.fonts import FAMILIES, folders, signs
from bot.documents.row_headers import with_row_headers
from bot.documents.scripts import SCRIPTS

TEMPLATE = Path(__file__).parent / "templates" / "paper.typ"
NOT_SHOWN = "\ufffd"
"""What stands for a sign that cannot be set."""

_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')
_FORBIDDEN = str.maketrans(dict.fromkeys("\0\ufeff\ufffe", ""))
"""Signs that PDF/UA does not allow. None of them is seen."""

VOICES = [[script.pattern, script.language] for script in SCRIPTS.values() if script.language]
"""The scripts that tell their language, as typst looks for them."""
MOST_TRIES = 20
"""Each try takes one more sign away that cannot be set; with more of them the promise of PDF/UA is not made."""


def pdf(data: dict[str, Any], dated: datetime | None) -> bytes:
    """Return the PDF of a layout. `dated` is written into it; without it the file carries the first day of 1980."""
    shown = _everywhere(data, _showable)
    for _ in range(MOST_TRIES):
        try:
            return _compiled(shown, dated, "ua-1")
        except typst.TypstError as error:
            refused = _REFUSED.search(str(error))
            if refused is None:
                break
            # A cluster of signs may need one font that has all of them, and there is none.
            shown = _everywhere(shown, _without(refused[1]))
    return _compiled(shown, dated, None)


def _showable(text: str) -> str:
    text = text.translate(_FORBIDDEN)
    return breakable(text.translate({ord(sign): NOT_SHOWN for sign in signs().missing(text)}))


def _without(cluster: str) -> Callable[[str], str]:
    return lambda text: text.replace(cluster, NOT_SHOWN)


def _everywhere(data: Any, change: Callable[[str], str]) -> Any:
    """Return the data with every text changed."""
    match data:
        case str():
            return change(data)
        case dict():
            return {key: _everywhere(value, change) for key, value in data.items()}
        case list():
            return [_everywhere(item, change) for item in data]
    return data


@cache
def _compiler() -> typst.Compiler:
    """Typst with the template and our fonts, which take longer to look for than a page to set."""
    return typst.Compiler(TEMPLATE, font_paths=[*folders()], ignore_system_fonts=True)


def _compiled(data: dict[str, Any], dated: datetime | None, standard: Literal["ua-1"] | None) -> bytes:
    drawn = _compiler().compile(
        format="pdf",
        sys_inputs={"data": json.dumps(data), "fonts": json.dumps(FAMILIES), "scripts": json.dumps(VOICES)},
        pdf_standards=standard,
        timestamp=int((dated or datetime(1980, 1, 1, tzinfo=UTC)).timestamp()),
    )
    if not isinstance(drawn, bytes):
        raise TypeError("Typst made no PDF")
    needs_heads = data["groups"] or any(section["years"] for section in data["sections"])
    return with_row_headers(drawn, is_sheet=bool(data["groups"])) if needs_heads else drawn
