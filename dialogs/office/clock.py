"""The promise to the association while an office is asked: it stands still until the answer, or until its day is over.

Whom somebody else said a case waits for, a pitch or a decision, stays as it was said.
"""

from datetime import datetime
from typing import Any

from dialogs.deadlines import answer_clock
from dialogs.records.case import Case
from dialogs.records.case_changes import waits_for
from dialogs.records.case_states import OPEN, WaitsFor
from dialogs.records.offices.inquiries import waits
from dialogs.records.offices.inquiry import Inquiry
from knowledge.municipality.pack import Pack


def asked(pack: Pack, case: Case, inquiries: tuple[Inquiry, ...], now: datetime) -> dict[str, Any]:
    """Return what changes in a case when offices are asked: the questions, and that it waits for them."""
    said = case.waits_for not in (None, WaitsFor.ASSOCIATION)
    waiting = {} if said else answer_clock.waiting(pack, case, WaitsFor.OFFICE, now)
    return {"inquiries": inquiries, **waiting}


def heard(pack: Pack, case: Case, inquiries: tuple[Inquiry, ...], now: datetime) -> dict[str, Any]:
    """Return what changes in a case when an office has answered or was silent: after the last it waits for the desk."""
    others = any(waits(inquiry) for inquiry in inquiries)
    over = waits_for(case) is WaitsFor.OFFICE and case.state in OPEN and not others
    return {"inquiries": inquiries, **(answer_clock.waiting(pack, case, WaitsFor.US, now) if over else {})}
