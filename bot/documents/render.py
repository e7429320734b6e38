"""A proposal becomes four files: the basics and the proposal paper, each as PDF and as DOCX.

The names are those that the municipality demands (V10), made anew each time, so that they follow a change of name or
language. Slow enough to belong in a thread; it reads no clock and gives the same bytes for the same proposal.
"""

from datetime import datetime

from bot.documents.files import FORMATS, PAPERS
from bot.documents.layout import layout
from bot.documents.outline.files import outline_files
from bot.documents.pdf import pdf
from bot.documents.word.fill import word
from dialogs.conversation import own_proposals
from dialogs.records.agreements.draft import is_agreement
from dialogs.records.proposal import Proposal
from dialogs.texts import plain
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.paper import paper
from knowledge.papers.written_language import language_of

File = tuple[str, bytes]
MAKERS = {"pdf": pdf, "docx": word}


def render(proposal: Proposal, pack: Pack, language: Language | str) -> list[File]:
    """Return name and content of the four files, in the order of `documents/files.py`: the basics, then the proposal.

    Of an agreement they are two, those of its outline.

    The day on them is the one on which the documents were asked for, in the municipality's own zone.
    """
    spoken = Language(language)
    moment = proposal.documents_at or proposal.changed_at or proposal.created_at
    local = moment.astimezone(pack.zone) if moment else None
    if is_agreement(proposal.id):
        return outline_files(proposal, pack, spoken, local)
    return [file for kind in PAPERS for file in _files(proposal, pack, spoken, kind, local)]


def _files(proposal: Proposal, pack: Pack, language: Language, kind: str, moment: datetime | None) -> list[File]:
    nameless = plain(language, "papers.nameless")
    made = paper(
        pack,
        own_proposals.as_it_stands(pack, proposal).answers,
        language,
        kind,
        moment.date() if moment else None,
        nameless,
    )
    data = layout(made, pack, language_of(" ".join(answer.said for answer in proposal.answers.values())))
    return [(f"{made.filename_stem}.{file_format}", MAKERS[file_format](data, moment)) for file_format in FORMATS]
