"""The yearly numbers for the municipality's welfare report (S4): counts without names, with small groups hidden.

Each case is counted once in each part: under its main topic, its first office, the form that was advised, its month,
and how it stands. The phenomena of a challenge are shown only where the challenge itself is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dialogs.overview.counting import NONE, OWN, challenge_of, of_period, office_of, topic_of
from dialogs.overview.period import Period
from dialogs.overview.report.hiding import Groups, Mark, Shown, hidden, small
from dialogs.overview.row import Row
from dialogs.records.case import DecisionKind
from dialogs.records.case_states import OPEN, CaseState
from knowledge.municipality.pack import Challenge, Pack

STILL_OPEN = "open"
"""How a case stands that has not ended, whoever has it."""
OUTCOMES = (*(kind.value for kind in DecisionKind), CaseState.CLOSED.value, CaseState.WITHDRAWN.value, STILL_OPEN)
"""How cases come out: by what was decided, closed where nobody said what, withdrawn, or not yet."""


@dataclass(frozen=True, slots=True)
class WelfareReport:
    """The counts of a year, by ids as in `dialogs/overview/counting.py`; `topics` are by challenge, `months` as
    2026-01.

    Whatever must not be seen is marked.
    """

    period: Period
    total: Shown
    challenges: Groups
    topics: dict[str, Groups]
    offices: Groups
    forms: Groups
    months: Groups
    outcomes: Groups


def welfare_report(rows: Iterable[Row], pack: Pack, period: Period) -> WelfareReport:
    """Count the cases that came in a year."""
    came = of_period(rows, period)
    catalogue = pack.catalogue.challenges
    challenges = _part(came, lambda row: challenge_of(row, pack), [*(item.id for item in catalogue), OWN, NONE])
    return WelfareReport(
        period=period,
        total=Mark.SMALL if small(len(came)) else len(came),
        challenges=challenges,
        topics={item.id: _topics(came, pack, item, challenges[item.id]) for item in catalogue if len(item.topics) > 1},
        offices=_part(came, lambda row: office_of(row, pack), [*(item.id for item in pack.offices), NONE]),
        forms=_part(came, lambda row: form_of(row, pack), [*(item.form.value for item in pack.forms), NONE]),
        months=_part(came, _month_of, [f"{period.year}-{month:02}" for month in range(1, period.last.month + 1)]),
        outcomes=_part(came, outcome_of, OUTCOMES),
    )


def form_of(row: Row, pack: Pack) -> str:
    """Return the form of cooperation that was advised, `NONE` where none was that the pack explains."""
    return row.form if any(item.form == row.form for item in pack.forms) else NONE


def outcome_of(row: Row) -> str:
    """Return how a case came out, as far as it has."""
    if row.state in OPEN:
        return STILL_OPEN
    return row.decided.value if row.state is CaseState.CLOSED and row.decided is not None else row.state.value


def _month_of(row: Row) -> str:
    return f"{row.opened:%Y-%m}" if row.opened else NONE


def _part(rows: Sequence[Row], group_of: Callable[[Row], str], names: Sequence[str]) -> Groups:
    """One way to part the cases into groups. Of a few cases nothing is told, not even how many they are."""
    counts = Counter(map(group_of, rows))
    if small(len(rows)):
        return dict.fromkeys(names, Mark.SMALL)
    return hidden({name: counts[name] for name in names})


def _topics(rows: Sequence[Row], pack: Pack, challenge: Challenge, shown: Shown) -> Groups:
    """The phenomena of a challenge: marked as it is, for else their sum would tell what it has."""
    names = [topic.id for topic in challenge.topics]
    if isinstance(shown, Mark):
        return dict.fromkeys(names, shown)
    return _part([row for row in rows if topic_of(row, pack) in names], lambda row: topic_of(row, pack), names)
