"""The outline of an agreement becomes two files, PDF and DOCX, each marked as a basis on every page."""

from datetime import datetime

from bot.documents.outline.layout import layout, own_words
from bot.documents.outline.pdf import pdf
from bot.documents.outline.word import word
from dialogs.conversation import own_proposals
from dialogs.records.proposal import Proposal
from dialogs.texts import plain
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.outline import outline

File = tuple[str, bytes]


def outline_files(draft: Proposal, pack: Pack, language: Language, moment: datetime | None) -> list[File]:
    """Return name and content of both files. `moment` is when they were asked for, on the municipality's own clock."""
    names = draft.case, plain(language, "papers.nameless"), own_words(language)["file_suffix"]
    answers = own_proposals.as_it_stands(pack, draft).answers
    made = outline(pack, answers, language, names, moment.date() if moment else None)
    data = layout(made, pack)
    return [
        (f"{made.filename_stem}.pdf", pdf(data, moment)),
        (f"{made.filename_stem}.docx", word(data, moment)),
    ]
