"""An agreement as a draft: its answers are asked and read as those of a proposal, and kept with their case."""

from datetime import datetime

from dialogs.records.agreements.agreement import Agreement
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal

PREFIX = "agreement:"
"""What the id of such a draft begins with; the reference of its case follows."""


def id_of(case: Case) -> str:
    """Return the id under which a session has the agreement of a case in hand."""
    return f"{PREFIX}{case.reference}"


def is_agreement(proposal_id: str) -> bool:
    """Tell whether an id is that of an agreement's draft and not of a proposal."""
    return proposal_id.startswith(PREFIX)


def reference_of(proposal_id: str) -> str:
    """Return the reference of the case whose agreement it is."""
    return proposal_id.removeprefix(PREFIX)


def draft_of(case: Case) -> Proposal | None:
    """Return the agreement of a case as a draft that questions can be asked of; None if stage 2 is not open."""
    agreement = case.agreement
    if agreement is None:
        return None
    return Proposal(
        id=id_of(case),
        chat=case.chat,
        municipality=case.municipality,
        round=case.round,
        document_language=agreement.language,
        answers=agreement.answers,
        need=case.need,
        case=case.reference,
        created_at=agreement.opened_at,
        documents_at=agreement.documents_at,
        version=agreement.version,
    )


def with_answers(case: Case, draft: Proposal) -> Case:
    """Return the case with the answers of a draft that was made of it; its version is left to whoever keeps it."""
    agreement = case.agreement or Agreement()
    return case.but(agreement=agreement.but(answers=draft.answers, version=agreement.version + 1))


def opened(case: Case, now: datetime) -> Case:
    """Return the case with stage 2 open; its version is left to whoever keeps it."""
    return case.but(agreement=Agreement(opened_at=now))
