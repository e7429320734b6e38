"""The promise of an answer while a case waits for somebody else: it stands still, and goes on when the desk is back.

What is left of it is counted in the working days of the municipality, so that nobody loses or gains a holiday.
"""

from datetime import date, datetime
from typing import Any

from dialogs.records.case import Case
from dialogs.records.case_states import WAITING, WaitsFor
from knowledge.calendar import working_days_between, working_days_from
from knowledge.municipality.pack import Pack


def waiting(pack: Pack, case: Case, whom: WaitsFor, now: datetime) -> dict[str, Any]:
    """Return what changes in a case that from now on waits for somebody, to go along with the act that makes it wait.

    For an office, a pitch, a decision or the association the promised day stands still; for the desk itself it goes on
    with the working days that were left. A promise that was broken before stays broken by as many days.
    """
    moved = {"answer_by": _moved(pack, case, now)}
    if whom is WaitsFor.US:
        return {**moved, "waits_for": None, "waits_since": None}
    return {**moved, "waits_for": whom, "waits_since": now}


def _moved(pack: Pack, case: Case, now: datetime) -> str:
    """The promised day, later by the working days in which a case has waited for somebody else."""
    stood_still = case.state in WAITING and case.waits_for is not None and case.waits_since is not None
    if not stood_still or not case.answer_by or case.waits_since is None:
        return case.answer_by
    since, today = (moment.astimezone(pack.zone).date() for moment in (case.waits_since, now))
    passed = working_days_between(since, today, pack.country)
    by = date.fromisoformat(case.answer_by)
    return working_days_from(by, passed, pack.country).isoformat() if passed else case.answer_by
