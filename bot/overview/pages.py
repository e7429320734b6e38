"""The yearly report as PDF: a page in each language of the municipality, tagged, PDF/UA-1."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from bot.overview.picture import FONTS, compiler


def pdf(pages: Sequence[Mapping[str, Any]], dated: date) -> bytes:
    """Return the pages that `dialogs/overview/report/report_words.py` tells; `dated` is written into the file."""
    drawn = compiler("report.typ").compile(
        format="pdf",
        pdf_standards="ua-1",
        timestamp=int(datetime(dated.year, dated.month, dated.day, tzinfo=UTC).timestamp()),
        sys_inputs={"data": json.dumps({"pages": list(pages)}), "fonts": FONTS},
    )
    if not isinstance(drawn, bytes):
        raise TypeError("Typst made no PDF")
    return drawn
