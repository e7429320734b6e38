"""The questions of a proposal as a file to print, for those who would rather think on paper before they begin.

Each question stands with its reason, its hint, the kind of answer and an example, and with room to write. It is set by
the same templates as the two papers, and holds no answer.
"""

from typing import Any

from bot.documents.files import FORMATS
from bot.documents.layout import layout
from bot.documents.render import MAKERS, File
from dialogs.conversation.question import is_a_name
from dialogs.proposal.tasks import parts
from dialogs.proposal.tasks.kind_words import kind_of_answer
from dialogs.records.proposal import Proposal
from dialogs.texts import plain
from knowledge.answers import kind_of
from knowledge.language import Language, words
from knowledge.municipality.pack import Field, Pack
from knowledge.papers.file_names import file_stem
from knowledge.papers.paper import PROPOSAL, Paper
from knowledge.papers.prose import Block, paragraph
from knowledge.papers.sections import Section

ROOM = "_" * 54
"""A line to write on, as long in signs as a line of the page holds, in the PDF and in the DOCX."""
STORY_LINES, SHORT_LINES = 4, 1
"""Lines to write on: a story of some sentences takes four by hand, a short answer one."""


def question_list(proposal: Proposal, pack: Pack, language: Language) -> list[File]:
    """Return name and content of the list as PDF and DOCX; only the questions of this association are in it."""
    moment = proposal.created_at.astimezone(pack.zone) if proposal.created_at else None
    title, data = plain(language, "proposal.questions_title"), _data(proposal, pack, language)
    stem = file_stem(words(pack.name, language), title.casefold())
    return [(f"{stem}.{form}", MAKERS[form](data, moment)) for form in FORMATS]


def _data(proposal: Proposal, pack: Pack, language: Language) -> dict[str, Any]:
    title = plain(language, "proposal.questions_title")
    name = words(pack.name, language)
    sections = tuple(
        _section(pack, language, plain(language, f"proposal.part_{part.part}"), field)
        for part in parts.standings(pack, proposal)
        for field in part.fields
    )
    made = Paper(PROPOSAL, language, title, name, (), "", sections, (), words(pack.scheme, language), None)
    footer = f"{name} · {title}"
    return {**layout(made, pack), "kind": plain(language, "proposal.questions_kind"), "footer": footer}


def _section(pack: Pack, language: Language, part: str, field: Field) -> Section:
    heading = f"{part}: {words(field.label, language)}"
    return Section(heading, (*_told(pack, language, field), *paragraph(*[ROOM] * _lines(field))))


def _told(pack: Pack, language: Language, field: Field) -> tuple[Block, ...]:
    optional = plain(language, "proposal.questions_optional") if field.need == "O" else ""
    asked = " ".join(filter(None, (words(field.question, language), optional)))
    kind = kind_of_answer(language, field, pack)
    lines = [f"{words(field.why, language)} {words(field.help, language)}".strip()]
    lines += [plain(language, "proposal.questions_answer", kind=kind)] if kind else []
    lines += [plain(language, "proposal.questions_example", example=words(field.example, language))]
    return (*paragraph(asked), *paragraph(*lines))


def _lines(field: Field) -> int:
    kind = kind_of(field)
    return STORY_LINES if (kind.is_story or kind.several) and not is_a_name(field) else SHORT_LINES
