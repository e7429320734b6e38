"""A proposal becomes its files: the basics and the proposal paper as PDF and as DOCX, and the municipality's own form.

The names are those that the municipality demands (V10), made anew each time, so that they follow a change of name or
language. Slow enough to belong in a thread; it reads no clock and gives the same bytes for the same proposal.
"""

from datetime import datetime

from bot.documents.files import FILES, FORMATS, LISTS, PAPERS
from bot.documents.form.docx_form import filled_docx
from bot.documents.form.pdf_form import filled_pdf
from bot.documents.layout import fixed_words, layout
from bot.documents.outline.files import outline_files
from bot.documents.pdf import pdf
from bot.documents.word.fill import word
from bot.documents.word.packed import zipped
from dialogs.conversation import own_proposals
from dialogs.records.agreements.draft import is_agreement
from dialogs.records.proposal import Proposal
from dialogs.texts import plain
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.file_names import file_stem
from knowledge.papers.form_entries import blank_for, entries
from knowledge.papers.gaps import FilledForm
from knowledge.papers.paper import document_names, paper, told_name
from knowledge.papers.written_language import language_of

File = tuple[str, bytes]
MAKERS = {"pdf": pdf, "docx": word}
FILLERS = {"pdf": filled_pdf, "docx": filled_docx}


def render_all(proposal: Proposal, pack: Pack, language: Language | str) -> list[File]:
    """Return all files as `render` makes them, and after those of a proposal an archive of them."""
    files, spoken = render(proposal, pack, language), Language(language)
    if is_agreement(proposal.id):
        return files
    name = _stem(proposal, pack, spoken, fixed_words(spoken)["archive"])
    return [*files, (f"{name}.zip", zipped(files))]


def numbered(proposal: Proposal, pack: Pack, language: Language | str) -> list[File]:
    """Return all files at the numbers by which messages ask for them; those of the list of questions are left empty."""
    files = render_all(proposal, pack, language)
    if is_agreement(proposal.id):
        return files
    return [*files[: len(FILES)], *[("", b"")] * LISTS, *files[len(FILES) :]]


def render(proposal: Proposal, pack: Pack, language: Language | str) -> list[File]:
    """Return name and content of the files of `documents/files.py` in their order, and of the filled form if any.

    Of an agreement they are two, those of its outline.

    The day on them is the one on which the documents were asked for, in the municipality's own zone.
    """
    spoken = Language(language)
    moment = proposal.documents_at or proposal.changed_at or proposal.created_at
    local = moment.astimezone(pack.zone) if moment else None
    if is_agreement(proposal.id):
        return outline_files(proposal, pack, spoken, local)
    papers = [file for kind in PAPERS for file in _files(proposal, pack, spoken, kind, local)]
    return [*papers, *_form(proposal, pack, spoken, local)]


def _files(proposal: Proposal, pack: Pack, language: Language, kind: str, moment: datetime | None) -> list[File]:
    made = paper(
        pack,
        own_proposals.as_it_stands(pack, proposal).answers,
        language,
        kind,
        moment.date() if moment else None,
        plain(language, "papers.nameless"),
    )
    data = layout(made, pack, language_of(" ".join(answer.said for answer in proposal.answers.values())))
    return [(f"{made.filename_stem}.{file_format}", MAKERS[file_format](data, moment)) for file_format in FORMATS]


def _form(proposal: Proposal, pack: Pack, language: Language, moment: datetime | None) -> list[File]:
    """Return the municipality's own form under the name that it demands, nothing if it has given none."""
    blank, names = blank_for(pack, language), document_names(pack, language)
    if blank is None or names is None:
        return []
    answers = own_proposals.as_it_stands(pack, proposal).answers
    draft = FilledForm(pack, answers, language, moment.year if moment else 0)
    by_box = entries(draft, blank, moment.date() if moment else None).by_box
    return [(f"{_stem(proposal, pack, language, names.basics)}.{blank.ending}", FILLERS[blank.ending](blank, by_box))]


def _stem(proposal: Proposal, pack: Pack, language: Language, suffix: str) -> str:
    answers = own_proposals.as_it_stands(pack, proposal).answers
    return file_stem(told_name(pack, answers, language) or plain(language, "papers.nameless"), suffix)
