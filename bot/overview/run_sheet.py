"""The run sheet of a pitch as PDF and as DOCX, made by the makers of an agreement's outline."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from bot.documents.outline.layout import own_words
from bot.documents.outline.pdf import pdf
from bot.documents.outline.word import word
from knowledge.language import Language


def files(page: Mapping[str, Any], dated: date) -> tuple[bytes, bytes]:
    """Return the PDF and the DOCX of what `dialogs/pitch/run_sheet.py` tells; `dated` is written into both."""
    data = {**page, "page": own_words(Language(page["language"]))["page"]}
    moment = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    return pdf(data, moment), word(data, moment)
