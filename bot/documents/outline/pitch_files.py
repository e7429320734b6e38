"""The outline of a pitch as files to print, by the makers of an agreement's outline: tagged PDF and DOCX."""

from datetime import UTC, datetime

from bot.documents.files import FORMATS
from bot.documents.outline.layout import own_words
from bot.documents.outline.pdf import pdf
from bot.documents.outline.word import word
from dialogs.pitch.outline.printed import layout
from dialogs.records.letters.pitch_page import PitchPage
from knowledge.language import Language

MAKERS = {"pdf": pdf, "docx": word}


def pitch_file(page: PitchPage, number: int) -> tuple[str, bytes]:
    """Return name and content of one file of a page, by its place among `FORMATS`. The same page, the same bytes."""
    data = {**layout(page), "page": own_words(Language(page.language))["page"]}
    form = FORMATS[number]
    return f"{page.name}.{form}", MAKERS[form](data, datetime.fromisoformat(page.dated).replace(tzinfo=UTC))
