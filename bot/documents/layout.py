"""A paper as plain data for the two templates: every word of the page in its language, nothing left to decide.

The fixed words come from `words.<language>.yaml`, the rest from the paper. Both templates read the same data, so the
PDF and the DOCX say the same.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.answers.formats import day, locale_of
from knowledge.pack import Language, Pack
from knowledge.paper import BASICS, Paper, Section

FOLDER = Path(__file__).parent


def layout(paper: Paper, pack: Pack) -> dict[str, Any]:
    """Return what the templates show, in the order in which they show it."""
    fixed = fixed_words(paper.language)
    return {
        "language": str(paper.language),
        "region": pack.country if paper.language in (Language.SV, Language.FI) else "GB",
        "kind": fixed[paper.kind],
        "title": paper.title,
        "subtitle": paper.subtitle,
        "dated": day(paper.dated, locale_of(paper.language, pack.country)) if paper.dated else "",
        "scheme": paper.footer,
        "footer": fixed[f"{paper.kind}_footer"],
        "page": fixed["page"],
        "of": fixed["of"],
        "sheet": _sheet(paper, fixed) if paper.kind == BASICS else None,
        "sections": [] if paper.kind == BASICS else [_section(section, fixed) for section in paper.sections],
        "gaps": list(paper.gaps),
        "gaps_heading": fixed["gaps"],
        "gaps_intro": fixed["gaps_intro"] if paper.gaps else fixed["no_gaps"],
    }


@cache
def fixed_words(language: Language) -> dict[str, Any]:
    """Return the fixed words of a language."""
    text = (FOLDER / f"words.{language}.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def _sheet(paper: Paper, fixed: dict[str, Any]) -> dict[str, Any]:
    """The data sheet is one table: each item with its answer."""
    rows = [{"item": section.heading, **_answer(section, fixed)} for section in paper.sections]
    return {"columns": [fixed["columns"]["item"], fixed["columns"]["answer"]], "rows": rows}


def _section(section: Section, fixed: dict[str, Any]) -> dict[str, Any]:
    table = section.table
    return {
        "heading": section.heading,
        **_answer(section, fixed),
        "columns": [fixed["columns"][name] for name in table.columns] if table else [],
        "rows": [list(row) for row in table.rows] if table else [],
        "total": table.total if table else "",
        "total_word": fixed["total"],
    }


def _answer(section: Section, fixed: dict[str, Any]) -> dict[str, Any]:
    """The lines of an answer, and in `note` what a reader must know of them."""
    notes = {"given": "", "unclear": fixed["as_typed"], "missing": fixed["missing"]}
    return {"lines": list(section.lines), "note": notes[section.state], "state": section.state}
