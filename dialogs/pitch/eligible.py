"""Who may pitch: all who said that both papers went in time (V17), and nobody is chosen among them.

The desk sees of each what was sent to it. Of a proposal that was not sent to the desk it knows that there is one, no
more: a draft is the association's own.
"""

from collections.abc import Iterable

from dialogs.conversation import statements
from dialogs.conversation.statements import Sending
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from dialogs.records.proposal import Proposal
from dialogs.records.staff.pitching import Pitching
from knowledge.answers.reading.languages import languages_in
from knowledge.language import Language, words
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack, Round

CONTACT_KINDS = ("phone", "email")
"""The kinds of answers by which somebody is reached, beside the name of whom to ask for."""


def may_pitch(proposal: Proposal, around: Round) -> bool:
    """Tell whether an association may pitch for a proposal in a round."""
    return statements.sending(proposal, around) is Sending.SENT and statements.begun_in_time(proposal, around)


def pitching(pack: Pack, proposal: Proposal, case: Case | None, *, reached: bool) -> Pitching | None:
    """Return who may pitch as their municipality may see them, None for whoever has not sent both papers in time."""
    around = pack.round(proposal.round)
    if around is None or proposal.sent_at is None or not may_pitch(proposal, around):
        return None
    unknown = Pitching(proposal.id, proposal.sent_at, reached)
    return _shown(pack, unknown, case) if case is not None and case.state != CaseState.WITHDRAWN else unknown


def in_order(known: Iterable[Pitching]) -> tuple[Pitching, ...]:
    """Return them as they said it, the first first."""
    return tuple(sorted(known, key=lambda one: (one.since, one.proposal)))


def _shown(pack: Pack, unknown: Pitching, case: Case) -> Pitching:
    said = _line(pack, case, {item.id for item in pack.fields if item.means is Meaning.PITCH})
    contact = {item.id for item in pack.fields if item.kind in CONTACT_KINDS or item.means is Meaning.CONTACT_PERSON}
    title = _line(pack, case, {item.id for item in pack.fields if item.means is Meaning.TITLE})
    return unknown.but(
        reference=case.reference,
        who=case.who or case.writer,
        title=title or case.title,
        said=said,
        languages=tuple(languages_in(said)),
        contact=_line(pack, case, contact),
    )


def _line(pack: Pack, case: Case, fields: set[str]) -> str:
    """What stands in a case under the labels of some fields, in whichever language it was written."""
    labels = {words(item.label, language) for item in pack.fields if item.id in fields for language in Language}
    return ", ".join(" ".join(text.split()) for label, text in case.lines if label in labels)
