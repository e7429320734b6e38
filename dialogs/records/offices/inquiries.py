"""The questions of a case to offices: whom it waits for, and one of them changed."""

from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from dialogs.records.offices.inquiry import Inquiry, OfficeVerdict


def waits(inquiry: Inquiry) -> bool:
    """Tell whether an office is still to answer a question by its day."""
    return inquiry.answered_at is None and inquiry.returned_at is None


def waited_for(case: Case) -> tuple[Inquiry, ...]:
    """Return the questions of an open case that wait for their offices; nobody waits for them in one that has ended."""
    return tuple(item for item in case.inquiries if waits(item)) if case.state in OPEN else ()


def is_asked(case: Case) -> bool:
    """Tell whether a case waits for an office."""
    return bool(waited_for(case))


def was_released(inquiry: Inquiry) -> bool:
    """Tell whether an office need not answer any more, because the case ended first: it was not silent."""
    return inquiry.verdict == OfficeVerdict.RELEASED


def answered(case: Case) -> tuple[Inquiry, ...]:
    """Return the questions to which an office has answered, the newest of each office."""
    newest = {item.office: item for item in case.inquiries if item.answered_at is not None}
    return tuple(newest.values())


def inquiry_at(case: Case, number: int) -> Inquiry | None:
    """Return the question with a number, counted from 0; None if the case has none such."""
    return case.inquiries[number] if 0 <= number < len(case.inquiries) else None


def newest_of(case: Case, office: str) -> int | None:
    """Return the number of the newest question to an office, of those that wait if any does; None if it has none."""
    own = [number for number, item in enumerate(case.inquiries) if item.office == office]
    return max(own, key=lambda number: (waits(case.inquiries[number]), number), default=None)


def with_changed(case: Case, number: int, **changes: object) -> tuple[Inquiry, ...]:
    """Return the questions of a case, one of them changed."""
    return tuple(item.but(**changes) if at == number else item for at, item in enumerate(case.inquiries))
