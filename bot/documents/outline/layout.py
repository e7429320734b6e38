"""An outline as plain data for its two makers: every word of the page in its language, nothing left to decide."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dialogs.agreement.standing import heading_words
from dialogs.texts import plain
from knowledge.answers.formats import day, locale_of
from knowledge.answers.table import Table
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.outline import Chapter, Entry, Outline

FOLDER = Path(__file__).parent


def layout(outline: Outline, pack: Pack) -> dict[str, Any]:
    """Return what both makers show, in the order in which they show it."""
    fixed, language = own_words(outline.language), outline.language
    dated = day(outline.dated, locale_of(language, pack.country)) if outline.dated else ""
    about = (outline.scheme, str(fixed["made"]).format(day=dated) if dated else "")
    return {
        "language": str(language),
        "region": pack.country if language in (Language.SV, Language.FI) else "GB",
        "kind": kind_of_agreement(pack, outline.language),
        "mark": fixed["mark"],
        "title": outline.title,
        "association": "" if outline.association == outline.title else outline.association,
        "about": " · ".join(part for part in about if part),
        "notice": [fixed["notice"], *([_parts(outline, fixed)] if outline.has_parts else [])],
        "footer": " · ".join(dict.fromkeys((outline.association, outline.title))),
        "page": fixed["page"],
        "chapters": [_chapter(chapter, pack, outline.language) for chapter in outline.chapters],
    }


@cache
def own_words(language: Language) -> dict[str, Any]:
    """Return the fixed words of the page in a language."""
    return dict(yaml.safe_load((FOLDER / f"words.{language}.yaml").read_text(encoding="utf-8")))


def kind_of_agreement(pack: Pack, language: Language) -> str:
    """Return what the page is, by the form of cooperation that a municipality's agreements have."""
    kinds = own_words(language)["kind"]
    return str(kinds.get(pack.partnership.value, kinds["other"]))


def _parts(outline: Outline, fixed: dict[str, Any]) -> str:
    """Which headings belong to the framework, and which to each implementation agreement under it (S3)."""
    within = [str(chapter.number) for chapter in outline.chapters if chapter.in_framework]
    return str(fixed["framework"]).format(numbers=", ".join(within))


def _chapter(chapter: Chapter, pack: Pack, language: Language) -> dict[str, Any]:
    fixed = own_words(language)
    missing = (("missing", chapter.missing), ("missing_of_municipality", chapter.missing_of_municipality))
    silent = [plain(language, "agreement.silent")] if chapter.silent else []
    gaps = [str(fixed[name]).format(labels=", ".join(labels)) for name, labels in missing if labels]
    return {
        "heading": f"{chapter.number} {heading_words(chapter.heading, language, pack)}",
        "entries": [_entry(entry, fixed) for entry in chapter.entries],
        "gaps": [*silent, *(gaps if chapter.entries or gaps or silent else [fixed["nothing"]])],
    }


def _entry(entry: Entry, fixed: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": entry.label,
        "question": entry.question,
        "lead": entry.lead,
        "lines": list(entry.lines),
        "note": fixed["as_typed"] if entry.as_typed else "",
        **_table(entry.table, fixed),
    }


def _table(table: Table | None, fixed: dict[str, Any]) -> dict[str, Any]:
    if table is None:
        return {"columns": [], "rows": [], "totals": [], "money": False}
    return {
        "columns": [fixed["columns"][name] for name in table.columns],
        "rows": [list(row) for row in table.rows],
        "totals": [[str(fixed["totals"][one.name]).format(time=one.time), one.amount] for one in table.totals],
        "money": table.of_money,
    }
