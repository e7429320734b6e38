"""The plan of reminders: the one that everybody has (`plan.yaml`), and what a municipality says otherwise.

A municipality changes a reminder by naming its kind, leaves one out, or adds one of its own with its own words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.calendar import MORNING
from knowledge.reminders.rung import Anchor, Audience, Rung, offset

FILE = Path(__file__).with_name("plan.yaml")


@cache
def common_plan() -> tuple[Rung, ...]:
    """Return the plan that every municipality has unless it says otherwise, read once."""
    rows = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(_rung(row) for row in rows)


@cache
def common_kinds() -> frozenset[str]:
    """Return the kinds of the plan that every municipality has; Lots has words of its own for each."""
    return frozenset(rung.kind for rung in common_plan())


def merged(own: Iterable[Rung], without: Iterable[str] = ()) -> tuple[Rung, ...]:
    """Return the common plan with a municipality's own reminders in it, and without those that it leaves out."""
    plan = {rung.kind: rung for rung in common_plan()} | {rung.kind: rung for rung in own}
    return tuple(rung for kind, rung in plan.items() if kind not in set(without))


def changed(kind: str, changes: Mapping[str, Any]) -> Rung:
    """Return a reminder of the common plan with some of its values changed, or a new one of a kind that it has not.

    Raise `TypeError` if a new one lacks something.
    """
    known = next((rung for rung in common_plan() if rung.kind == kind), None)
    return replace(known, **changes) if known else Rung(kind, **changes)


def _rung(row: Mapping[str, str]) -> Rung:
    count, unit = offset(str(row["by"]))
    at = time.fromisoformat(row["at"]) if "at" in row else MORNING
    unless = Anchor(row["unless"]) if "unless" in row else None
    return Rung(row["kind"], Anchor(row["of"]), count, unit, Audience(row["to"]), at, unless=unless)
