"""A paper as PDF: tagged, with title and language, PDF/UA-1 where the text allows it.

Typst sets the page from its own fonts, so the same paper gives the same bytes on every machine. A sign that those fonts
lack (an emoji) is no fault of the writer: then the page is set without the promise of PDF/UA.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import typst

TEMPLATE = Path(__file__).parent / "templates" / "paper.typ"


def pdf(data: dict[str, Any], dated: datetime | None) -> bytes:
    """Return the PDF of a layout. `dated` is written into it; without it the file carries the first day of 1980."""
    try:
        return _compiled(data, dated, "ua-1")
    except typst.TypstError:
        return _compiled(data, dated, None)


def _compiled(data: dict[str, Any], dated: datetime | None, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(
        TEMPLATE.read_bytes(),
        None,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=standard,
        timestamp=int((dated or datetime(1980, 1, 1, tzinfo=UTC)).timestamp()),
    )
