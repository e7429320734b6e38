"""YAML text of a pack -> `Pack`, or every complaint about it with file and line.

Takes pages that somebody else read and a day that somebody else knows. All problems are collected: the editor
of a pack sees the whole list at once. What shape a file has is `shape.py`'s, what must fit together
`coherence.py`'s and `completeness.py`'s.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from knowledge.blanks.mapping import read_blanks, wrong_blanks
from knowledge.language import Language
from knowledge.municipality import coherence, completeness, reminder_plan
from knowledge.municipality.assemble import assemble
from knowledge.municipality.coherence import Complaint
from knowledge.municipality.pack import Pack
from knowledge.municipality.shape import LEXICON, PACK, LikenessShape, PackShape
from knowledge.municipality.wording_shape import NEEDS, WORDING, NeedShape, WordingShape
from knowledge.municipality.yaml_lines import Marked, Page, Problem, read

__all__ = ["Judged", "Page", "Pages", "Problem", "editor_schemas", "judge"]

Shaped = TypeVar("Shaped")
TOLD_AT_MOST = 100
"""How many mistakes of one file are listed, each with its line: more than a person mends before looking again."""


@dataclass(frozen=True)
class Pages:
    """The files of one pack: `examples` and `lexicon` may be missing, `blanks` are its forms by their names."""

    pack: Page
    wordings: Mapping[Language, Page]
    examples: Page | None = None
    lexicon: Page | None = None
    blanks: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """What came of a pack's pages: the pack if nothing is wrong, its needs, and all problems, sorted."""

    pack: Pack | None
    needs: tuple[NeedShape, ...]
    problems: tuple[Problem, ...]


def judge(pages: Pages, today: date | None = None) -> Judged:
    """Judge a pack's pages. With `today` (a day in the pack's zone) also warn when `Pack.verify_by` has passed."""
    problems: list[Problem] = []
    marked = read(pages.pack)
    shape = _shaped(PACK, marked, problems)
    wordings = _wordings(pages, shape, problems)
    needs = _needs(pages.examples, shape, problems)
    lexicon = _lexicon(pages.lexicon, shape, problems)
    if shape is not None:
        problems += _located(marked, _complaints(shape))
        problems += _located(marked, wrong_blanks(shape, pages.blanks))
        problems += _located(marked, coherence.unreachable_deadlines(shape), warning=True)
        problems += _located(marked, coherence.doors_without_errands(shape), warning=True)
        problems += _located(marked, coherence.overdue(shape, today) if today else (), warning=True)
    problems += _addresses([pages.pack, *pages.wordings.values()])
    broken = any(not problem.warning for problem in problems)
    pack = None if broken or shape is None else assemble(shape, wordings, lexicon, needs)
    if pack is not None and shape is not None and shape.blanks:
        pack = replace(pack, blanks=read_blanks(shape, pages.blanks))
    return Judged(pack, needs, tuple(_first(problems)))


def _first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Return the problems sorted, of each file the first and a word for the rest."""
    for file, listed in groupby(sorted(problems), key=lambda problem: problem.file):
        of_file = list(listed)
        yield from of_file[:TOLD_AT_MOST]
        if rest := of_file[TOLD_AT_MOST:]:
            yield Problem(file, rest[0].line, "and there are more", all(problem.warning for problem in rest))


def _shaped(adapter: TypeAdapter[Shaped], marked: Marked, problems: list[Problem]) -> Shaped | None:
    problems += marked.problems
    if marked.broken:
        return None
    try:
        return adapter.validate_python(marked.value)
    except ValidationError as errors:
        found = errors.errors(include_url=False)
        problems += [marked.problem(error["loc"], _sentence(error)) for error in found[: TOLD_AT_MOST + 1]]
        return None


def _located(marked: Marked, complaints: Iterable[Complaint], *, warning: bool = False) -> list[Problem]:
    return [marked.problem(path, message, warning=warning) for path, message in complaints]


def _complaints(shape: PackShape) -> Iterator[Complaint]:
    yield from coherence.unknown_ids(shape)
    yield from coherence.homeless_facts(shape)
    yield from coherence.wrong_questions(shape)
    yield from coherence.repeated_ids(shape)
    yield from coherence.wrong_dates(shape)
    yield from coherence.wrong_fields(shape)
    yield from coherence.wrong_files(shape)
    yield from coherence.wrong_meanings(shape)
    yield from coherence.equal_documents(shape)
    yield from reminder_plan.wrong_reminders(shape)


def _wordings(pages: Pages, shape: PackShape | None, problems: list[Problem]) -> dict[Language, WordingShape]:
    wordings: dict[Language, WordingShape] = {}
    read_pages: dict[Language, Marked] = {}
    for language in Language:
        page = pages.wordings.get(language)
        if page is None:
            problems.append(Problem(pages.pack.file, 1, f"there is no wording.{language.value}.yaml"))
            continue
        marked = read_pages[language] = read(page)
        wording = _shaped(WORDING, marked, problems)
        if wording is not None and shape is not None:
            wordings[language] = wording
            problems += _located(marked, completeness.wrong_wording(shape, wording, language))
            problems += _located(marked, completeness.shared_words(wording, language), warning=True)
    for language, complaint in completeness.missing_descriptions(wordings):
        problems += _located(read_pages[language], [complaint], warning=True)
    for language, complaint in (*completeness.wrong_canned(wordings), *reminder_plan.wrong_reminder_words(wordings)):
        problems += _located(read_pages[language], [complaint])
    return wordings


def _needs(page: Page | None, shape: PackShape | None, problems: list[Problem]) -> tuple[NeedShape, ...]:
    if page is None:
        return ()
    marked = read(page)
    needs = _shaped(NEEDS, marked, problems) or ()
    if shape is not None:
        problems += _located(marked, completeness.wrong_needs(shape, needs))
        problems += _located(marked, completeness.repeated_needs(needs), warning=True)
    return needs


def _lexicon(page: Page | None, shape: PackShape | None, problems: list[Problem]) -> Mapping[str, LikenessShape]:
    if page is None:
        return {}
    marked = read(page)
    lexicon = _shaped(LEXICON, marked, problems) or {}
    if shape is not None:
        problems += _located(marked, coherence.unknown_topics(shape, lexicon))
    return lexicon


def _addresses(pages: Iterable[Page]) -> list[Problem]:
    return [Problem(page.file, line, text) for page in pages for line, text in completeness.addresses(page.text)]


def editor_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of file, by the name under which it is published for editors."""
    return {
        "pack.schema.json": PACK.json_schema(),
        "wording.schema.json": WORDING.json_schema(),
        "examples.schema.json": NEEDS.json_schema(),
        "lexicon.schema.json": LEXICON.json_schema(),
    }


def _sentence(error: Mapping[str, Any]) -> str:
    """Say in one sentence what Pydantic found at one place of a file."""
    key = ".".join(str(step) for step in error["loc"])
    match error["type"]:
        case "missing":
            return f"`{key}` is missing"
        case "extra_forbidden":
            return f"unknown key `{key}`"
        case "enum" | "literal_error":
            return f"`{key}`: `{error['input']}` is not one of {error['ctx']['expected']}"
        case "value_error":
            return f"`{key}`: {error['ctx']['error']}"
        case "string_too_short":
            return f"`{key}` has no words"
        case "string_pattern_mismatch" if not str(error["input"]).strip():
            return f"`{key}` has no words"
        case _:
            return f"`{key}`: {error['msg'][0].lower()}{error['msg'][1:]}"
