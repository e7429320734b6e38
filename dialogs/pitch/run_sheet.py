"""The run sheet of a pitch: the published order on paper, for whoever leads the evening, in their language.

It tells of each what was sent to the desk, and of a proposal that was not sent there only that it has a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs import texts
from dialogs.deadlines.calls.running_order import timed
from dialogs.records.staff.call import PitchRow
from dialogs.records.staff.pitching import Pitching
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack, Round

COLUMNS = ("time", "who", "title_column", "said", "contact")
"""What is told of each row, from left to right."""


@dataclass(frozen=True, slots=True)
class Running:
    """A published order and those who may pitch, as their desk may see them."""

    around: Round
    rows: tuple[PitchRow, ...]
    known: tuple[Pitching, ...]


def page(found: Running, pack: Pack, language: Language, today: date) -> dict[str, Any]:
    """Return all words of the sheet in the order in which they stand, in the shape of `bot/documents/outline/`."""
    around, start = found.around, found.around.pitch or found.around.deadline
    name = words(around.name, language)
    place = around.place or texts.plain(language, "pitch.sheet_no_place")
    spoken = [texts.plain(language, f"desk.language_{code}") for code in around.language.split(",") if code]
    told = {"start": start, "clock_place": words(pack.place_time, language), "place": place, "languages": spoken}
    return {
        "language": str(language),
        "region": pack.country if language is not Language.EN else "GB",
        "kind": texts.plain(language, "pitch.sheet_kind"),
        "mark": texts.plain(language, "pitch.sheet_mark"),
        "title": texts.plain(language, "pitch.sheet_title", round_name=name),
        "association": "",
        "about": texts.plain(language, "pitch.sheet_made", today=today),
        "notice": [texts.plain(language, "pitch.sheet_told", **told)],
        "footer": name,
        "chapters": [_chapter(found, language)],
    }


def _chapter(found: Running, language: Language) -> dict[str, Any]:
    entry = {
        **dict.fromkeys(("label", "question", "lead", "note"), ""),
        "lines": [],
        "columns": [texts.plain(language, f"pitch.sheet_{column}") for column in COLUMNS],
        "rows": _rows(found, language),
        "totals": [],
        "money": False,
    }
    return {"heading": texts.plain(language, "pitch.sheet_order"), "gaps": [], "entries": [entry]}


def _rows(found: Running, language: Language) -> list[list[str]]:
    known, number, rows = {one.proposal: one for one in found.known}, 0, []
    for row, at, until in timed(found.around.pitch or found.around.deadline, found.rows):
        clocks = texts.plain(language, "pitch.sheet_from_to", at=at, until=until)
        number += bool(row.proposal)
        if row.proposal:
            rows.append([f"{number}. {clocks}", *_of(known.get(row.proposal), language)])
        else:
            rows.append([clocks, texts.plain(language, "pitch.sheet_break", minutes=row.minutes), "", "", ""])
    return rows


def _of(one: Pitching | None, language: Language) -> Sequence[str]:
    """Who pitches, the idea, what was said of the pitch, whom to call."""
    if one is None or not one.reference:
        return texts.plain(language, "pitch.sheet_unknown"), "", "", ""
    return f"{one.who} ({one.reference})" if one.who else one.reference, one.title, one.said, one.contact
