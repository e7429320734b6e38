"""When both sides are reminded of the days of an agreement.

The reminders are rows of their own, for the chat of the association and for the desk, with the agreement as their
subject. Times are wall times of the municipality, 09.00 on a working day, earlier if the day is a holiday.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from dialogs.cards.what_follows import desk_chat
from dialogs.conversation.effects import EraseChat, PlanReminders
from dialogs.conversation.own_proposals import as_it_stands, known
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.verdict import is_stale
from dialogs.records.agreements.draft import draft_of
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from dialogs.records.proposal import Answer
from dialogs.records.reminder import Reminder, wall_time
from knowledge.agreement.days import AgreementDay, Happens, days_of
from knowledge.calendar import MORNING, local, working_day_or_before
from knowledge.municipality.pack import Field, Pack

PREFIX = "agreement-"
"""What the kinds of these reminders begin with; the day of the agreement and the days before it follow."""
DAYS_BEFORE: Mapping[AgreementDay, tuple[int, ...]] = {
    AgreementDay.DISCUSSION: (30, 7),
    AgreementDay.REPORT: (30, 7),
    AgreementDay.END: (180, 60),
    AgreementDay.PART_END: (180, 60),
}
"""How many days before it each is told: a month and a week to prepare, half a year and two months to renew
(domain.md 4)."""


def subject_of(reference: str) -> str:
    """Return what the reminders of an agreement are about."""
    return f"{reference}:agreement"


def planned(turn: Turn, case: Case) -> PlanReminders:
    """Return what lets exactly the reminders wait that an agreement wants as it now stands."""
    return PlanReminders(subject_of(case.reference), tuple(_reminders(turn, case)))


def planned_again(turn: Turn, outcome: Outcome) -> Outcome:
    """Add to an answer the reminders of agreements, if it is the first sign of life of who had shut Lots out.

    `turn` is that of the event.
    """
    if not turn.session.away or any(isinstance(effect, EraseChat) for effect in outcome.effects):
        return outcome
    plans = (planned(turn, case) for case in turn.snapshot.cases if case.agreement is not None)
    return outcome.but(effects=(*outcome.effects, *plans))


def happening(pack: Pack, case: Case) -> tuple[Happens, ...]:
    """Return the days of a case's agreement, none without one or once the case was withdrawn."""
    draft = draft_of(case)
    if draft is None or case.state == CaseState.WITHDRAWN:
        return ()
    return days_of(pack, known(as_it_stands(pack, draft)))


def kind_of(what: AgreementDay, days: int) -> str:
    """Return the kind of a reminder: what it is about, and how many days before."""
    return f"{PREFIX}{what}-{days}d"


def reminded_days(turn: Turn, case: Case, field: Field) -> list[date]:
    """Return the next days on which both sides are reminded because of the answer to one field, two at most."""
    pack = turn.pack_of(case)
    without = case.but(agreement=case.agreement.but(answers=_others(case, field.id))) if case.agreement else case
    own = set(happening(pack, case)) - set(happening(pack, without))
    mornings = sorted({_morning(pack, one.on, days).date() for one in own for days in DAYS_BEFORE[one.what]})
    return [day for day in mornings if day >= turn.now.astimezone(pack.zone).date()][:2]


def _others(case: Case, field_id: str) -> dict[str, Answer]:
    answers = case.agreement.answers if case.agreement else {}
    return {name: answer for name, answer in answers.items() if name != field_id}


def _reminders(turn: Turn, case: Case) -> Iterator[Reminder]:
    pack = turn.pack_of(case)
    chats = {chat: None for chat in (case.chat, desk_chat(turn, case)) if chat}
    for number, one in enumerate(happening(pack, case)):
        for days in DAYS_BEFORE[one.what]:
            at = _morning(pack, one.on, days)
            if is_stale(at, turn.now, pack):
                continue
            for chat in chats:
                yield _reminder(case, one, kind_of(one.what, days), at, chat, number)


def _morning(pack: Pack, day: date, days: int) -> datetime:
    return local(working_day_or_before(day - timedelta(days=days), pack.country), MORNING, pack.zone)


def _reminder(case: Case, one: Happens, kind: str, at: datetime, chat: int, number: int) -> Reminder:
    subject = subject_of(case.reference)
    part = number if one.what is AgreementDay.PART_END else 0
    side = "association" if chat == case.chat else "desk"
    key = f"{subject}:{kind}:{one.on}:{part}:{side}"
    return Reminder(key, chat, kind, subject, at.astimezone(UTC), wall_time(at), one.on.isoformat())
