"""What is missing in a year, by rows, corrections and drafts: which needs nobody owns, which words no challenge has.

All of it is pure. Of drafts, which nobody at the municipality sees before they are sent, there is only how many stopped
at which question; of corrections only those words that people let Lots keep, and none that may name somebody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.conversation.typed import simplified
from dialogs.overview.counting import NONE, Tally, challenge_of, of_period, office_of, tally, was_in_time
from dialogs.overview.gaps.stops import Stop
from dialogs.overview.period import Period
from dialogs.overview.row import Asked, Row
from dialogs.records.case_states import OPEN
from dialogs.records.for_a_time.correction import Correction
from knowledge.guard.nameless import is_nameless
from knowledge.municipality.pack import Pack

Change = tuple[str, str]
"""What something was taken for, and what it was instead: ids, `NONE` for nothing that is known."""


@dataclass(frozen=True, slots=True)
class OfficeAnswers:
    """How an office answers questions about cases: `asked` of which the day is over or the answer is there."""

    office: str
    asked: int
    late: int
    silent: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing. Cases are named by their references, the oldest first.

    `unowned` are open now; all others came in the year. `late` were answered after their promise, `never` not at all;
    `judged` could have been either. `own` are the associations' own words for a challenge that is not in the catalogue,
    `unmatched` needs for which nothing of it was right. `corrected` are topics that people took instead of the first
    suggestion, `moved` offices that navigators moved cases between. `stopped` are the questions after which drafts lie
    still, of `drafts` in all.
    """

    period: Period
    unowned: tuple[str, ...]
    late: tuple[str, ...]
    never: tuple[str, ...]
    judged: int
    without_office: int
    without_challenge: int
    own: Tally
    unmatched: tuple[str, ...]
    corrected: tuple[tuple[Change, int], ...]
    moved: tuple[tuple[Change, int], ...]
    offices: tuple[OfficeAnswers, ...]
    stopped: Tally
    drafts: int


def gaps(
    rows: Iterable[Row], corrections: Iterable[Correction], stops: Iterable[Stop], pack: Pack, period: Period
) -> Gaps:
    """Look for what is missing in a year."""
    every = sorted(rows, key=lambda row: (row.opened or date.min, row.reference))
    came = of_period(every, period)
    judged = [(row, in_time) for row in came if (in_time := _in_time(row, period, pack)) is not None]
    missed = [row for row, in_time in judged if not in_time]
    taught = [item for item in corrections if item.municipality == pack.id and period.holds(_day(item))]
    still = [stop for stop in stops if period.holds(stop.day)]
    return Gaps(
        period=period,
        unowned=tuple(row.reference for row in every if row.state in OPEN and not row.owner),
        late=tuple(row.reference for row in missed if row.answered is not None),
        never=tuple(row.reference for row in missed if row.answered is None),
        judged=len(judged),
        without_office=sum(office_of(row, pack) == NONE for row in came),
        without_challenge=sum(challenge_of(row, pack) == NONE for row in came),
        own=_alike(name for row in came for name in row.own_topics),
        unmatched=_unmatched(taught),
        corrected=_changes(_of_topics(taught)),
        moved=_changes((row.came_to[0], row.offices[0]) for row in came if _is_moved(row)),
        offices=tuple(filter(_has_gaps, (_answers(office.id, came, period.today) for office in pack.offices))),
        stopped=tally((stop.field for stop in still), [*pack.fields_by_id]),
        drafts=len(still),
    )


def _in_time(row: Row, period: Period, pack: Pack) -> bool | None:
    return was_in_time(row, row.opened, period.today, pack.country) if row.opened else None


def _day(correction: Correction) -> date:
    return date.fromisoformat(correction.day)


def _alike(names: Iterable[str]) -> Tally:
    """Words that are the same but for their spelling, as they were first written."""
    first: dict[str, str] = {}
    counts = Counter(first.setdefault(simplified(name), name) for name in names)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _unmatched(taught: Sequence[Correction]) -> tuple[str, ...]:
    """Needs for which nothing was suggested, or nothing of the catalogue was right, each once."""
    listed = [item for item in taught if item.by == "association" and not (item.suggested and item.topics)]
    return tuple(dict.fromkeys(" ".join(item.text.split()) for item in listed if is_nameless(item.text)))


def _of_topics(taught: Sequence[Correction]) -> Iterable[Change]:
    for item in taught:
        if item.by == "association":
            yield (item.suggested or (NONE,))[0], (item.topics or (NONE,))[0]


def _is_moved(row: Row) -> bool:
    return bool(row.came_to and row.offices) and row.came_to[0] != row.offices[0]


def _changes(changes: Iterable[Change]) -> tuple[tuple[Change, int], ...]:
    return tuple(sorted(Counter(changes).items(), key=lambda item: (-item[1], item[0])))


def _answers(office: str, rows: Sequence[Row], today: date) -> OfficeAnswers:
    asked = [one for row in rows for one in row.asked if one.office == office and _is_over(one, today)]
    late = sum(one.answered is not None and one.answered > one.due for one in asked)
    return OfficeAnswers(office, len(asked), late, sum(one.answered is None for one in asked))


def _is_over(asked: Asked, today: date) -> bool:
    return asked.answered is not None or asked.due < today


def _has_gaps(answers: OfficeAnswers) -> bool:
    return bool(answers.late or answers.silent)
