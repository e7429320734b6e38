"""`lots learn`: what people corrected and let Lots keep, as YAML that a person reviews. Nothing changes by itself.

Rows have the shape of those in a pack's examples.yaml, so that what is right can be put there. Who said it is never
shown.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from bot.commands.database import opened
from dialogs.records.for_a_time.correction import Correction
from knowledge.guard.nameless import is_nameless
from knowledge.municipality.load import load_packs

NOTHING = "There is nothing to learn from: nobody has corrected anything and let it be kept."
HEAD = (
    "# What people corrected. Nothing changes by itself: read each need, say it in words of your own, and put what is",
    "# right into the examples.yaml of its pack.",
)
SAID_BY = {"association": "the association chose", "navigator": "the navigator chose"}


def learn(pack_id: str = "", bot: str = "") -> Iterator[str]:
    """Yield the lines to print, of all municipalities or of one. `pack_id` is a pack's id or its folder."""
    wanted = next(iter(load_packs([pack_id]))) if pack_id else ""
    with opened(bot, read_only=True) as database, database.transaction() as work:
        kept, unreadable = work.corrections.listed(), len(work.damage.listed())
    listed = [item for item in kept if wanted in ("", item.municipality)]
    shown = [item for item in listed if is_nameless(item.text)]
    yield from _printed(shown) if shown else (NOTHING,)
    if len(shown) < len(listed):
        yield f"# Left out, because somebody may be named: {len(listed) - len(shown)}."
    if unreadable:
        yield f"# Cannot be read, see lots db check: {unreadable}."


def _printed(corrections: Iterable[Correction]) -> Iterator[str]:
    by_pack: dict[str, list[Correction]] = {}
    for item in corrections:
        by_pack.setdefault(item.municipality, []).append(item)
    yield from HEAD
    for municipality, listed in sorted(by_pack.items()):
        yield f"{municipality}:"
        for (by, suggested, chosen), alike in _grouped(listed):
            yield f"# {len(alike)} x  {suggested or 'nothing'} -> {chosen or 'nothing'}  ({SAID_BY[by]})"
            yield from _rows(alike)


def _grouped(corrections: Iterable[Correction]) -> list[tuple[tuple[str, str, str], list[Correction]]]:
    """The corrections that say the same, what many say first."""
    groups: dict[tuple[str, str, str], list[Correction]] = {}
    for item in corrections:
        groups.setdefault((item.by, "".join(item.suggested[:1]), ", ".join(item.chosen)), []).append(item)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _rows(corrections: Iterable[Correction]) -> Iterator[str]:
    """The rows, each once: two people may have said the same words."""
    rows = [_row(item) for item in corrections]
    once = [row for number, row in enumerate(rows) if row not in rows[:number]]
    written = yaml.safe_dump(once, allow_unicode=True, sort_keys=False, default_flow_style=None, width=math.inf)
    yield from written.splitlines()


def _row(correction: Correction) -> dict[str, Any]:
    row = {"text": " ".join(correction.text.split()), "lang": correction.language}
    return row | {"topics": list(correction.topics), "offices": list(correction.offices)}
