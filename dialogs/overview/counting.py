"""What the rows of a municipality come to: how many needs, of what, for whom, when, and how fast they are answered.

Each case is counted once: under the heading of its main topic, and under its first office. All of it is pure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dialogs.deadlines.case_ladder import ANSWER_WORKING_DAYS
from dialogs.overview.period import Period
from dialogs.overview.row import Row
from dialogs.records.case_states import OPEN, CaseState
from knowledge.calendar import working_days_between, working_days_from
from knowledge.municipality.pack import Pack

OWN, NONE = "own", ""
"""What a case is counted under that is about something of the association's own, and one about nothing known."""
Tally = tuple[tuple[str, int], ...]
"""Ids, each with how many there are of it, the most first."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast associations were answered for the first time.

    `median` is in working days, None if nobody was answered. `judged` are the cases that were answered or should have
    been by now, `within` those that were answered in time.
    """

    answered: int = 0
    median: float | None = None
    within: int = 0
    judged: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """What is shown of a year. `months` are counted even where they lie before it; `open` and `late` are as of now."""

    period: Period
    total: int
    challenges: Tally
    offices: Tally
    months: tuple[tuple[date, int], ...]
    open: tuple[tuple[CaseState, int], ...]
    late: int
    pace: Pace


def overview(rows: Sequence[Row], pack: Pack, period: Period) -> Overview:
    """Count the rows of a municipality."""
    came = of_period(rows, period)
    open_now = [row for row in rows if row.state in OPEN]
    return Overview(
        period=period,
        total=len(came),
        challenges=tally((challenge_of(row, pack) for row in came), [item.id for item in pack.catalogue.challenges]),
        offices=tally((office_of(row, pack) for row in came), [item.id for item in pack.offices]),
        months=tuple((month, sum(_is_of_month(row, month) for row in rows)) for month in period.months),
        open=tuple((state, sum(row.state is state for row in open_now)) for state in CaseState if state in OPEN),
        late=sum(is_late(row, period.today) for row in open_now),
        pace=pace(came, period.today, pack.country),
    )


def of_period(rows: Iterable[Row], period: Period) -> list[Row]:
    """Return the rows of cases that came in a year."""
    return [row for row in rows if period.holds(row.opened)]


def topic_of(row: Row, pack: Pack) -> str:
    """Return the main topic of a case, as far as the catalogue knows it: `OWN` or `NONE` where it does not."""
    known = next((topic for topic in row.topics if topic in pack.catalogue.topics), NONE)
    return known or (OWN if row.own_topics else NONE)


def challenge_of(row: Row, pack: Pack) -> str:
    """Return the challenge that a case is counted under, `OWN` or `NONE` where there is none."""
    topic = topic_of(row, pack)
    return topic if topic in (OWN, NONE) else pack.catalogue.challenge_of(topic).id


def office_of(row: Row, pack: Pack) -> str:
    """Return the office that a case is counted under, `NONE` where none that the pack knows."""
    return next((office for office in row.offices if pack.known_office(office)), NONE)


def tally(ids: Iterable[str], order: Sequence[str]) -> Tally:
    """Count ids, the most first, and of as many in the order given; what is not in it comes last."""
    ranks = {name: rank for rank, name in enumerate([*order, OWN, NONE])}
    return tuple(sorted(Counter(ids).items(), key=lambda item: (-item[1], ranks.get(item[0], len(ranks)))))


def is_late(row: Row, today: date) -> bool:
    """Tell whether an answer was promised by a day that has passed, as the cards say it."""
    return row.promised is not None and row.promised < today


def pace(rows: Iterable[Row], today: date, country: str) -> Pace:
    """Tell how fast the first answers came."""
    dated = [(row, row.opened) for row in rows if row.opened is not None]
    waits = [working_days_between(opened, row.answered, country) for row, opened in dated if row.answered is not None]
    judged = [in_time for row, opened in dated if (in_time := was_in_time(row, opened, today, country)) is not None]
    return Pace(len(waits), _middle(waits), sum(judged), len(judged))


def was_in_time(row: Row, opened: date, today: date, country: str) -> bool | None:
    """Tell whether the first answer came within the working days that are promised; None while it still may.

    Who withdrew before the last of them is no longer waited for, and nobody can tell.
    """
    by = _last_day(opened, country)
    if row.answered is not None:
        return row.answered <= by
    return False if min(row.ended or today, today) > by else None


def _middle(numbers: Sequence[int]) -> float | None:
    """The median: half are no greater, half no smaller."""
    if not numbers:
        return None
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2


@lru_cache(maxsize=1024)
def _last_day(opened: date, country: str) -> date:
    """The day by which who came on a day is promised an answer: a few hundred days of a year are asked for often."""
    return working_days_from(opened, ANSWER_WORKING_DAYS, country)


def _is_of_month(row: Row, month: date) -> bool:
    return row.opened is not None and (row.opened.year, row.opened.month) == (month.year, month.month)
