"""A paper as plain data for the two templates: every word of the page in its language, nothing left to decide.

The fixed words come from `words.<language>.yaml`, the rest from the paper. Both templates read the same data, so the
PDF and the DOCX say the same.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from dialogs.texts import plain
from knowledge.answers.formats import day, locale_of
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.gaps import MISSING, UNKNOWN, Gap
from knowledge.papers.paper import BASICS, Paper
from knowledge.papers.prose import TEXT, Block, paragraph
from knowledge.papers.sections import Section

FOLDER = Path(__file__).parent
OPTIONAL = "optional"
SHORT = 500
"""Characters: an answer that fills some six lines stays whole on its page."""


def layout(paper: Paper, pack: Pack, spoken: Language | None = None) -> dict[str, Any]:
    """Return what the templates show, in the order in which they show it.

    `spoken` is the language of the answers; without it they are in that of the paper.
    """
    fixed = fixed_words(paper.language)
    spoken = spoken or paper.language
    sections = [_section(section, fixed) for section in paper.sections]
    is_basics = paper.kind == BASICS
    return {
        "language": str(paper.language),
        "region": _region(paper.language, pack),
        "spoken": str(spoken),
        "spoken_region": _region(spoken, pack),
        "kind": fixed[paper.kind],
        "title": paper.title,
        "association": "" if paper.title == paper.association else paper.association,
        "head": [f"{label}: {value}" for label, value in paper.head],
        "about": _about(paper, pack, fixed, spoken),
        "footer": " · ".join(dict.fromkeys(_footer(paper, fixed))),
        "page": fixed["page"],
        "gaps_heading": fixed["gaps"],
        "gaps": gap_lines(paper.gaps, paper.language),
        "sheet": {"columns": [fixed["columns"][name] for name in ("item", "answer")], "rows": sections}
        if is_basics
        else None,
        "sections": [] if is_basics else sections,
    }


@cache
def fixed_words(language: Language) -> dict[str, Any]:
    """Return the fixed words of a language."""
    text = (FOLDER / f"words.{language}.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def gap_lines(gaps: Sequence[Gap], language: Language) -> list[str]:
    """Return the gaps as sentences: those without an answer by their labels, the others with their reasons."""
    fixed = fixed_words(language)
    gathered: dict[str, list[str]] = {MISSING: [], UNKNOWN: [], OPTIONAL: []}
    single = []
    for gap in gaps:
        if not gap.needed and not gap.is_unclear:
            gathered[OPTIONAL].append(gap.label)
        elif gap.reason in gathered:
            gathered[gap.reason].append(gap.label)
        else:
            single.append(_reason(gap, fixed, language))
    lines = {
        name: str(fixed["gathered"][name]).format(labels=", ".join(dict.fromkeys(labels)))
        for name, labels in gathered.items()
        if labels
    }
    optional = lines.pop(OPTIONAL, None)
    return [*lines.values(), *dict.fromkeys(single), *([optional] if optional else [])]


def _reason(gap: Gap, fixed: dict[str, Any], language: Language) -> str:
    """Return a gap as a sentence: in the paper's words, or in those of the chat where they need no other."""
    reason = fixed["reasons"].get(gap.reason) or (fixed["reasons"]["unclear"] if gap.is_unclear else None)
    if reason:
        return str(reason).format(label=gap.label, **gap.values)
    said = plain(language, f"answers.{gap.reason}", **gap.values)
    return said[:1].upper() + said[1:]


def _region(language: Language, pack: Pack) -> str:
    return pack.country if language in (Language.SV, Language.FI) else "GB"


def _about(paper: Paper, pack: Pack, fixed: dict[str, Any], spoken: Language) -> str:
    """Return what the paper is handed in for, its day, and the language of the answers if it is another."""
    dated = day(paper.dated, locale_of(paper.language, pack.country)) if paper.dated else ""
    parts = (
        paper.scheme,
        str(fixed["written"]).format(day=dated) if dated else "",
        fixed["answers_in"][str(spoken)] if spoken != paper.language else "",
    )
    return " · ".join(part for part in parts if part)


def _footer(paper: Paper, fixed: dict[str, Any]) -> list[str]:
    last = [fixed["basics_footer"]] if paper.kind == BASICS else []
    return [part for part in (paper.association, paper.title, fixed[paper.kind], *last) if part]


def _section(section: Section, fixed: dict[str, Any]) -> dict[str, Any]:
    table = section.table
    blocks = [
        _block(part) for block in section.blocks or (paragraph("") if section.lead else ()) for part in _one_way(block)
    ]
    text = "".join(item.text + "".join(item.below) for block in section.blocks for item in block.items)
    return {
        "heading": section.heading,
        "question": section.question,
        "lead": section.lead + "." * bool(section.lead and section.blocks),
        "blocks": blocks,
        "link": section.link,
        "note": fixed["as_typed"] if section.state == "unclear" else "",
        "short": len(text) <= SHORT,
        "money": bool(table and table.of_money),
        "columns": [fixed["columns"][name] for name in table.columns] if table else [],
        "rows": [list(row) for row in table.rows] if table else [],
        "totals": [[str(fixed["totals"][each.name]).format(time=each.time), each.amount] for each in table.totals]
        if table
        else [],
    }


def _one_way(block: Block) -> list[Block]:
    """Part a paragraph where its lines begin to be read from the other side."""
    if block.kind != TEXT:
        return [block]
    runs = groupby(block.items[0].text.split("\n"), _from_right)
    return [part for _, lines in runs for part in paragraph(*lines)]


def _block(block: Block) -> dict[str, Any]:
    items = [{"text": item.text, "below": list(item.below)} for item in block.items]
    first = block.items[0].text if block.kind == TEXT else "".join(item.text for item in block.items)
    return {"kind": block.kind, "items": items, "rtl": _from_right(first)}


def _from_right(text: str) -> bool:
    """Tell whether the first letter of a text belongs to a script that is read from the right."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in {"R", "AL"} for kind in strong if kind in {"L", "R", "AL"}), False)
