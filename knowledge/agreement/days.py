"""The days of an agreement: its yearly discussion and report (V25), its end, and that of each implementation (S3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.answers.meanings import meant
from knowledge.answers.result import Json
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack

YEARS_AHEAD = 3
"""How many years a yearly day is known of while no term is set: chosen by hand, as long as most agreements."""
YEARS_AT_MOST = 10
"""So many years ahead at most: longer agreements are met again by then."""
LAST_REPORT = timedelta(days=366)
"""A year after the end the last report of an agreement has come in."""


class AgreementDay(StrEnum):
    """What a day of an agreement is. The texts name them."""

    DISCUSSION = "discussion"
    REPORT = "report"
    END = "end"
    PART_END = "part_end"
    """The end of an implementation agreement."""


@dataclass(frozen=True, slots=True)
class Happens:
    """Something that an agreement has on a day; `goal` names the implementation agreement, empty for the whole."""

    what: AgreementDay
    on: date
    goal: str = ""


def days_of(pack: Pack, values: Mapping[str, Json]) -> tuple[Happens, ...]:
    """Return the days that follow from what was understood, by field, each kind in its order."""
    term = meant(pack, values, Meaning.AGREEMENT_TERM)
    end = date.fromisoformat(term["end"]) if term else None
    discussion = meant(pack, values, Meaning.YEARLY_DISCUSSION)
    report = meant(pack, values, Meaning.REPORT_DAY)
    parts = meant(pack, values, Meaning.IMPLEMENTATIONS) or []
    return (
        *(Happens(AgreementDay.DISCUSSION, on) for on in _yearly(discussion, end)),
        *(Happens(AgreementDay.REPORT, on) for on in _yearly(report, end + LAST_REPORT if end else None)),
        *((Happens(AgreementDay.END, end),) if end else ()),
        *(Happens(AgreementDay.PART_END, date.fromisoformat(part["end"]), part["goal"]) for part in parts),
    )


def _yearly(first: Json, until: date | None) -> Iterator[date]:
    """The same day each year, from the first until a last one; 29 February is 28 in other years."""
    if not first:
        return
    begun = date.fromisoformat(first["day"])
    for later in range(YEARS_AT_MOST if until else YEARS_AHEAD):
        on = _in_year(begun, begun.year + later)
        if until is None or on <= until:
            yield on


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
