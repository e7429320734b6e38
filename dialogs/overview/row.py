"""What is counted of a case: one small value, so that ten thousand of them fit into memory, and no word of the need.

All counting and every table is made of rows; where they come from is none of its business.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dialogs import texts
from dialogs.conversation import statements
from dialogs.records.case import Case, DecisionKind
from dialogs.records.case_states import CaseState
from dialogs.records.offices.inquiries import was_released
from dialogs.records.offices.inquiry import Inquiry


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to an office: the day by which it was to answer, and that on which it first did."""

    office: str
    due: date
    answered: date | None


@dataclass(frozen=True, slots=True)
class Row:
    """A case as it is counted. Days are those of the municipality's own calendar; None where they are not known.

    `topics`, `own_topics` and `offices` are as in `Case` and its need; `came_to` the offices that it came to before it
    was moved. `answered` is the day of the first answer, `ended` that of the end, `decided` how it was decided, None
    where nobody said, `last_words` why. `owner` is a navigator's name, empty for none, `promised` the day by which
    somebody waits for an answer now, `asked` what offices were asked.
    """

    reference: str
    opened: date | None
    state: CaseState
    who: str = ""
    title: str = ""
    topics: tuple[str, ...] = ()
    own_topics: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    came_to: tuple[str, ...] = ()
    form: str = ""
    owner: str = ""
    answered: date | None = None
    ended: date | None = None
    decided: DecisionKind | None = None
    last_words: str = ""
    round: str = ""
    promised: date | None = None
    asked: tuple[Asked, ...] = ()


def row_of(case: Case, zone: ZoneInfo) -> Row:
    """Return what is counted of a case. Its messages are needed only where it was answered before that was noted."""
    return Row(
        reference=case.reference,
        opened=_day(case.opened_at, zone),
        state=case.state,
        who=association(case),
        title=case.title,
        topics=case.need.topics,
        own_topics=case.own_topics,
        offices=case.need.offices,
        came_to=case.came_to,
        form=case.form,
        owner=case.owner_name,
        answered=_day(case.first_answered_at or _first_said(case), zone),
        ended=_day(case.closed_at, zone),
        decided=case.decision.kind if case.decision is not None else None,
        last_words=(case.decision.reason if case.decision is not None else "") or case.closing,
        round=case.round,
        promised=statements.waited_for(case),
        asked=tuple(_asked(item, zone) for item in case.inquiries if not was_released(item)),
    )


def wants_messages(case: Case) -> bool:
    """Tell whether only what was said in a case can tell when it was first answered."""
    return case.first_answered_at is None and case.answered_at is not None


def association(case: Case) -> str:
    """The association's name; cases of the first release have it among their lines alone, in their own language."""
    lines = dict(case.lines)
    return case.who or next((lines[label] for label in texts.in_all("idea.line_name") if label in lines), "")


def _first_said(case: Case) -> datetime | None:
    """When a navigator first wrote to the association, by what was said; None where nothing reached it."""
    said = [item.at for item in case.messages if item.author == "navigator" and not item.internal]
    return min(said, default=None) if case.answered_at is not None else None


def _asked(inquiry: Inquiry, zone: ZoneInfo) -> Asked:
    return Asked(inquiry.office, date.fromisoformat(inquiry.due), _day(inquiry.answered_at, zone))


def _day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return moment.astimezone(zone).date() if moment is not None else None
