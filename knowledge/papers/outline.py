"""The outline of an agreement as plain values: fifteen headings, what stands under each, and what is missing there.

It is a basis that the municipality examines, and no agreement. Nothing here knows fonts or file formats.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.agreement.checklist import ItemState, is_silent_on, items, of_the_municipality, standing, under
from knowledge.answers import Given, kind_of
from knowledge.answers.answer import to_be_shown
from knowledge.answers.meanings import meant
from knowledge.answers.result import Json
from knowledge.answers.table import Table
from knowledge.language import Language, words
from knowledge.municipality.meaning import FRAMEWORK, Heading, Meaning
from knowledge.municipality.pack import OF_MUNICIPALITY, Field, Pack
from knowledge.papers.file_names import file_stem
from knowledge.papers.paper import association_name


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer under a heading of the outline: a label, empty where the heading says it, then lines or a table.

    `question` stands above a yes or no (`lead`), which says nothing without it. `as_typed` tells that the words could
    not be understood and stand as they were written.
    """

    label: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    question: str = ""
    lead: str = ""
    as_typed: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with what stands under it. `missing` are the labels of what has no answer yet, by whose it is.

    `in_framework` tells that a framework agreement holds it; else each implementation agreement does (S3). `silent`
    tells that the municipality's page says nothing of it.
    """

    number: int
    heading: Heading
    entries: tuple[Entry, ...]
    missing: tuple[str, ...]
    missing_of_municipality: tuple[str, ...]
    in_framework: bool
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline ready to be set. `has_parts` tells that there are implementation agreements under a framework."""

    language: Language
    title: str
    association: str
    scheme: str
    filename_stem: str
    chapters: tuple[Chapter, ...]
    has_parts: bool
    dated: date | None


def outline(
    pack: Pack, answers: Mapping[str, Given], language: Language, names: tuple[str, str, str], now: date | None
) -> Outline:
    """Put an outline together from answers, each given one of its field's kind.

    `names` are what the idea is called where no answer says so, what stands for an association without a name, and the
    word that ends the names of the files.
    """
    title, nameless, suffix = names
    values = {name: answer.value for name, answer in answers.items() if answer.state == "given"}
    association = association_name(pack, values, language) or nameless
    return Outline(
        language=language,
        title=str(meant(pack, values, Meaning.TITLE) or title),
        association=association,
        scheme=words(pack.scheme, language),
        filename_stem=file_stem(association, suffix),
        chapters=tuple(_chapters(pack, answers, language)),
        has_parts=bool(meant(pack, values, Meaning.IMPLEMENTATIONS)),
        dated=now,
    )


def _chapters(pack: Pack, answers: Mapping[str, Given], language: Language) -> Iterator[Chapter]:
    listed = (*items(pack, answers), *of_the_municipality(pack))
    for number, heading in enumerate(Heading, start=1):
        own = under(heading, listed)
        without = [field for field in own if field.need == "R" and _is_missing(field, answers)]
        theirs = [field for field in without if field.section == OF_MUNICIPALITY]
        yield Chapter(
            number,
            heading,
            tuple(_entries(pack, own, answers, language)),
            tuple(field.heading_in(language) for field in without if field not in theirs),
            tuple(field.heading_in(language) for field in theirs),
            heading in FRAMEWORK,
            is_silent_on(heading, pack),
        )


def _is_missing(field: Field, answers: Mapping[str, Given]) -> bool:
    """Whether nothing stands under the heading; a no is an answer, and stands there."""
    answer = answers.get(field.id)
    return standing(field, answer) is ItemState.MISSING and (answer is None or answer.state != "given")


def _entries(pack: Pack, fields: Sequence[Field], answers: Mapping[str, Given], language: Language) -> Iterator[Entry]:
    """Yield an entry for each answer, goals beside their measures."""
    goals, measures = _goals_and_measures(fields, answers)
    for field in fields:
        answer = answers.get(field.id)
        if answer is None or answer.state not in {"given", "unclear"} or field is measures:
            continue
        if field is goals and measures is not None:
            yield _beside(field, measures, answers)
        else:
            yield _entry(pack, field, answer, language)


def _goals_and_measures(fields: Sequence[Field], answers: Mapping[str, Given]) -> tuple[Field | None, Field | None]:
    """The goals and their measures if both are told; else neither stands beside the other."""
    told = {field.means: field for field in fields if field.id in answers and answers[field.id].state == "given"}
    goals, measures = told.get(Meaning.GOALS), told.get(Meaning.MEASURES)
    return (goals, measures) if goals and measures else (None, None)


def _beside(goals: Field, measures: Field, answers: Mapping[str, Given]) -> Entry:
    aims, marks = answers[goals.id].value, answers[measures.id].value
    height = max(len(aims), len(marks))
    rows = tuple((_at(aims, place), _at(marks, place)) for place in range(height))
    return Entry("", table=Table(("goal", "measure"), rows))


def _at(listed: Json, place: int) -> str:
    return str(listed[place]) if place < len(listed) else ""


def _entry(pack: Pack, field: Field, answer: Given, language: Language) -> Entry:
    label = field.heading_in(language)
    if answer.state != "given":
        return Entry(label, tuple(_lines(answer.said)), as_typed=True)
    kind = kind_of(field)
    shown = to_be_shown(kind, field, answer.value, language, pack)
    table = kind.table(shown) if kind.table is not None and answer.value else None
    if table is not None:
        return Entry(label, table=table)
    told = (kind.on_paper or kind.show)(shown)
    lines = _lines(told if isinstance(told, str) else "\n".join(told))
    lead = kind.lead(shown)
    question = (field.on_paper.get(language) or words(field.question, language)) if lead else ""
    return Entry(label, tuple(lines), question=question, lead=lead)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
