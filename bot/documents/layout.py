"""A paper as plain data for the two templates: every word of the page in its language, nothing left to decide.

The fixed words come from `words.<language>.yaml`, the rest from the paper. Both templates read the same data, so the
PDF and the DOCX say the same.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from dialogs.texts import plain
from knowledge.answers.formats import day, locale_of
from knowledge.answers.kind import SheetPart
from knowledge.answers.table import Table, Total
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.gaps import MISSING, UNKNOWN, Gap
from knowledge.papers.in_brief import BriefFact
from knowledge.papers.paper import BASICS, Paper
from knowledge.papers.prose import ROWS, TEXT, Block, paragraph
from knowledge.papers.sections import Section

FOLDER = Path(__file__).parent
OPTIONAL = "optional"
SHORT = 420
"""Characters: an answer that fills some six lines of seventy stays whole on its page."""
WHOLE_TABLE = 18
"""Lines: a table of a third of a page stays whole on it."""
WIDTH, BESIDE_SUMS, BESIDE_YEARS = 76, 46, 26
"""Characters in a line of an answer, in one that stands beside a sum, and in one beside the sums of several years."""
MOST_BESIDE_HEADING = 2
"""Columns of years: with more of them a table needs the whole width of the page."""
LEAST_ON_LAST_PAGE, MOST_TOGETHER = 5, 20
"""Lines: fewer at the end of a paper are not left alone on a sheet, more are not kept on one."""
ABREAST = 3
"""Facts in a row of those in brief."""


def layout(paper: Paper, pack: Pack, spoken: Language | None = None) -> dict[str, Any]:
    """Return what the templates show, in the order in which they show it.

    `spoken` is the language of most answers; without it they are in that of the paper.
    """
    fixed = fixed_words(paper.language)
    voices = _Voices(pack, paper.language, spoken or paper.language)
    spoken = voices.spoken
    is_basics = paper.kind == BASICS
    gaps = gap_lines(paper.gaps, paper.language)
    sections = [] if is_basics else _numbered([_section(each, fixed, voices) for each in paper.sections])
    return {
        **voices.of(paper.language),
        "own": voices.of(spoken),
        "kind": fixed[paper.kind],
        "title": paper.title,
        "association": "" if paper.title == paper.association else paper.association,
        "head": _identity(paper) if is_basics else [f"{label}: {value}" for label, value in paper.head],
        "scheme": paper.scheme if is_basics else "",
        "stamp": list(fixed["stamp"].values()) if is_basics else [],
        "brief": [] if is_basics else _in_rows([_fact(fact, fixed, voices) for fact in paper.brief]),
        "brief_heading": fixed["brief_heading"],
        "about": _about(paper, pack, fixed, spoken),
        "footer": " · ".join(dict.fromkeys(_footer(paper, fixed))),
        "page": fixed["page"],
        "gaps_heading": fixed["gaps"],
        "gaps": gaps,
        "gaps_first": is_basics,
        "last_together": _last_together(sections, gaps),
        "groups": _groups(paper, fixed, voices) if is_basics else [],
        "sections": sections,
    }


@dataclass(frozen=True, slots=True)
class _Voices:
    """In which languages a paper speaks: its own, and the one of most answers."""

    pack: Pack
    page: Language
    spoken: Language

    def of(self, language: Language) -> dict[str, str]:
        """Return a language with its region, as a page names them."""
        return {"language": str(language), "region": _region(language, self.pack)}

    def of_answer(self, section: Section) -> dict[str, str]:
        """Return the language of an answer: its own words may tell it; labels and numbers are the page's."""
        return self.of(section.written_in or (self.spoken if section.has_own_words else self.page))


def _last_together(sections: Sequence[dict[str, Any]], gaps: Sequence[str]) -> int:
    """Return how many of the last sections stay on the page of what follows them: so many as fill five lines."""
    lines = 1 + len(gaps) if gaps else 0
    for count, section in enumerate(reversed(sections)):
        if lines >= LEAST_ON_LAST_PAGE or not section["short"] or lines + section["height"] > MOST_TOGETHER:
            return count
        lines += section["height"]
    return len(sections) if lines <= MOST_TOGETHER else 0


def _numbered(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Number the headings, so that a reader can point at one."""
    return [{**each, "heading": f"{number} {each['heading']}"} for number, each in enumerate(sections, 1)]


def _in_rows(facts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return facts in rows of three; what is wanting in the last row is empty."""
    empty = {"label": "", "lines": []}
    return [(facts[at : at + ABREAST] + [empty] * ABREAST)[:ABREAST] for at in range(0, len(facts), ABREAST)]


def _fact(fact: BriefFact, fixed: dict[str, Any], voices: _Voices) -> dict[str, Any]:
    sums = [str(fixed["brief"][each.name]).format(amount=each.amount, time=each.time) for each in fact.totals]
    more = [] if fact.is_whole else [fixed["brief"]["more"]]
    language = voices.spoken if fact.has_own_words else voices.page
    return {"label": fact.label, "lines": [*fact.lines, *sums, *more], **voices.of(language)}


def _groups(paper: Paper, fixed: dict[str, Any], voices: _Voices) -> list[dict[str, Any]]:
    """Return the answers of a data sheet under a few headings, without those that stand under the title."""
    below = [each for each in paper.sections if not _is_in_the_head(each)]
    parted = {part: [_section(each, fixed, voices) for each in below if each.on_sheet is part] for part in SheetPart}
    return [{"heading": fixed["parts"][str(part.value)], "rows": rows} for part, rows in parted.items() if rows]


def _identity(paper: Paper) -> list[str]:
    """Return who the association is, in one line: what says no more than the title is left out."""
    told = [(each.heading, each.blocks[0].words) for each in paper.sections if _is_in_the_head(each)]
    return [f"{label}: {value}" for label, value in told if value != paper.title]


def _is_in_the_head(section: Section) -> bool:
    is_plain = section.state == "given" and len(section.blocks) == 1 and section.table is None
    return section.on_sheet is SheetPart.IDENTITY and is_plain


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
        paper.scheme if paper.kind != BASICS else "",
        str(fixed["written"]).format(day=dated) if dated else "",
        fixed["answers_in"][str(spoken)] if spoken != paper.language else "",
    )
    return " · ".join(part for part in parts if part)


def _footer(paper: Paper, fixed: dict[str, Any]) -> list[str]:
    last = [fixed["basics_footer"]] if paper.kind == BASICS else []
    return [part for part in (paper.association, paper.title, fixed[paper.kind], *last) if part]


def _section(section: Section, fixed: dict[str, Any], voices: _Voices) -> dict[str, Any]:
    table = section.table
    blocks = [
        _block(part) for block in section.blocks or (paragraph("") if section.lead else ()) for part in _one_way(block)
    ]
    rows = _rows(table, fixed) if table else []
    pasted = [row for block in section.blocks for row in block.rows]
    told = [row["cells"] for row in rows]
    lines = sum(len(block.items) for block in section.blocks) + _height(told, table) + _height(pasted)
    signs = sum(len(block.words) for block in section.blocks)
    return {
        **voices.of_answer(section),
        "heading": section.heading,
        "question": section.question,
        "lead": section.lead + "." * bool(section.lead and section.blocks),
        "blocks": blocks,
        "link": section.link,
        "note": fixed["as_typed"] if section.state == "unclear" else "",
        "short": signs <= SHORT and lines <= WHOLE_TABLE,
        "height": lines + signs // WIDTH + bool(section.question) + bool(section.state == "unclear"),
        "money": bool(table and table.of_money),
        "columns": _columns(table, fixed) if table else [],
        "years": len(table.years) if table else 0,
        "wide": bool(table and len(table.years) > MOST_BESIDE_HEADING),
        "rows": rows,
        "totals": [_total(each, fixed) for each in table.totals] if table else [],
    }


def _columns(table: Table, fixed: dict[str, Any]) -> list[str]:
    """Return what heads the columns, those of years before the last; the currency stands with the first."""
    first, *others = (str(fixed["columns"][name]) for name in table.columns)
    first = f"{first} ({table.currency})" if table.currency else first
    return [first, *others[:-1], *table.years, *others[-1:]]


def _rows(table: Table, fixed: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a table with the sums among them."""
    rows = [{"cells": list(row), "sum": False} for row in table.rows]
    for place, one in reversed(table.sums):
        rows.insert(place, {"cells": _total(one, fixed), "sum": True})
    return rows


def _height(rows: Sequence[Sequence[str]], table: Table | None = None) -> int:
    """Return about how many lines the rows of a table have; a sum leaves more room to what stands beside it."""
    is_narrow = table is None or not table.of_money
    beside = BESIDE_YEARS if table is not None and table.years else BESIDE_SUMS
    return sum(max(-(-len(cell) // (WIDTH // len(row) if is_narrow else beside)) for cell in row) for row in rows)


def _total(total: Total, fixed: dict[str, Any]) -> list[str]:
    return [str(fixed["totals"][total.name]).format(time=total.time).strip(), *total.by_year, total.amount]


def _one_way(block: Block) -> list[Block]:
    """SheetPart a paragraph where its lines begin to be read from the other side."""
    if block.kind != TEXT:
        return [block]
    runs = groupby(block.items[0].text.split("\n"), _from_right)
    return [part for _, lines in runs for part in paragraph(*lines)]


def _block(block: Block) -> dict[str, Any]:
    items = [{"text": item.text, "below": list(item.below)} for item in block.items]
    first = block.items[0].text if block.kind == TEXT else block.words
    width = len(block.rows[0]) if block.kind == ROWS else 0
    rows = [list(row) for row in block.rows]
    return {"kind": block.kind, "items": items, "rows": rows, "width": width, "rtl": _from_right(first)}


def _from_right(text: str) -> bool:
    """Tell whether the first letter of a text belongs to a script that is read from the right."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in {"R", "AL"} for kind in strong if kind in {"L", "R", "AL"}), False)
