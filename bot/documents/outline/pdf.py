"""An outline as PDF: tagged, with title and language, PDF/UA-1, marked as a basis on every page.

A sign that no font has is replaced; where the standard still refuses the page, it is made without its promise.
"""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from bot.documents.breaks import breakable
from bot.documents.fonts import FAMILIES, folders, signs

TEMPLATE = Path(__file__).parent / "outline.typ"
UNSHOWN = "\ufffd"
"""What stands for a sign that cannot be set."""
_UNSEEN = str.maketrans(dict.fromkeys("\0\ufeff\ufffe", ""))
"""Signs that PDF/UA does not allow, and that nobody sees."""
FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)
"""The day that a file carries which has none of its own."""


def pdf(data: dict[str, Any], dated: datetime | None) -> bytes:
    """Return the PDF of a layout. `dated` is written into it."""
    shown = json.dumps(_settable(data))
    try:
        return _compiled(shown, dated or FIRST_DAY, "ua-1")
    except typst.TypstError:
        return _compiled(shown, dated or FIRST_DAY, None)


def _settable(data: Any) -> Any:
    """The same data in signs that can be set, with places where long strings may break."""
    if isinstance(data, str):
        known = data.translate(_UNSEEN)
        return breakable(known.translate({ord(sign): UNSHOWN for sign in signs().missing(known)}))
    if isinstance(data, dict):
        return {key: _settable(value) for key, value in data.items()}
    return [_settable(item) for item in data] if isinstance(data, list) else data


@cache
def _typesetter() -> typst.Compiler:
    return typst.Compiler(TEMPLATE, font_paths=[*folders()], ignore_system_fonts=True)


def _compiled(shown: str, dated: datetime, standard: Literal["ua-1"] | None) -> bytes:
    fonts = json.dumps(FAMILIES)
    made = _typesetter().compile(
        format="pdf",
        pdf_standards=standard,
        timestamp=int(dated.timestamp()),
        sys_inputs={"data": shown, "fonts": fonts},
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst made no PDF of the outline")
    return made
