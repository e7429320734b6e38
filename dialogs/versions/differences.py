"""What two versions of a proposal say differently, question by question, and the version kept as handed over."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from dialogs.conversation import own_proposals
from dialogs.conversation.replies import Offer
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Answer, HandedOver, Proposal
from dialogs.records.versions.amendment import Amendment, ChangedAnswer
from knowledge.answers import fits, show
from knowledge.language import Language
from knowledge.municipality.pack import Field, Pack

TOLD = frozenset({"given", "unclear"})
"""The states of an answer that says something; a question that was put off or left out says nothing."""
VERSIONS_KEPT = 20
"""How many versions for the registrar are kept with a draft: chosen by hand, more than anybody sends."""


def handed_over(turn: Turn, proposal: Proposal) -> Proposal:
    """The proposal with its answers of now kept as the version that the municipality gets, without who gave them."""
    handed = (*proposal.handed, HandedOver(turn.now, _answers_told(turn, proposal)))
    return proposal.but(handed=handed, reopened=(), version=proposal.version + 1)


def with_the_registrar(turn: Turn, proposal: Proposal, *, as_it_stands: bool) -> Proposal:
    """The proposal with the version kept that goes to the registrar now; its version is left to whoever keeps it.

    What a person says they sent are the papers that were made last, whatever was changed since; what Lots sends is
    made of the answers as they stand.
    """
    made = proposal.made_of
    old = not as_it_stands and made is not None and made.at == proposal.documents_at
    sent = proposal.but(answers=made.answers) if made is not None and old else proposal
    gone = (*proposal.at_registrar, HandedOver(turn.now, _answers_told(turn, sent)))[-VERSIONS_KEPT:]
    return proposal.but(at_registrar=gone)


def without_what_did_not_go(proposal: Proposal, at: datetime | None) -> Proposal:
    """The proposal without the version that was thought to have gone to the registrar at an instant."""
    return proposal.but(at_registrar=tuple(one for one in proposal.at_registrar if one.at != at))


def since_the_papers(turn: Turn, proposal: Proposal) -> Amendment | None:
    """What a proposal says otherwise than the papers that the registrar has, as far as is known; None if nothing."""
    if not proposal.at_registrar or not (proposal.sent_at or proposal.mailed_at):
        return None
    pack = turn.pack_of(proposal)
    now = own_proposals.as_it_stands(pack, proposal).answers
    changes = differences(pack.fields, proposal.at_registrar[-1].answers, now)
    return Amendment(turn.now, changes) if changes else None


def _answers_told(turn: Turn, proposal: Proposal) -> dict[str, Answer]:
    standing = own_proposals.as_it_stands(turn.pack_of(proposal), proposal)
    return {name: _own(answer) for name, answer in standing.answers.items() if answer.state in TOLD}


def since(turn: Turn, proposal: Proposal) -> Amendment | None:
    """What a proposal says otherwise than the version that the municipality has; None if it has none, or all is as
    it was. Of one that was handed over before versions were kept everything counts as new.
    """
    if not proposal.case:
        return None
    pack, whole = turn.pack_of(proposal), not proposal.handed
    before = {} if whole else proposal.handed[-1].answers
    now = own_proposals.as_it_stands(pack, proposal).answers
    changes = differences(pack.fields, before, now)
    return Amendment(turn.now, changes, whole) if changes else None


def nameless(amendment: Amendment) -> Amendment:
    """The same without who gave the answers: that is the association's own business, and no case has it."""
    changes = (change.but(was=_nobodys(change.was), now=_nobodys(change.now)) for change in amendment.changes)
    return amendment.but(changes=tuple(changes))


def way_to_changes(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The button that shows what changed, where anything did since the municipality or its registrar got it."""
    changed = since(turn, proposal) or since_the_papers(turn, proposal)
    return (turn.offer("versions.show", "versions", proposal.id),) if changed is not None else ()


def differences(
    fields: Iterable[Field], before: Mapping[str, Answer], now: Mapping[str, Answer]
) -> tuple[ChangedAnswer, ...]:
    """Return each answer that says something else, in the order of the fields."""
    found = []
    for field in fields:
        was, newer = _told(before.get(field.id)), _told(now.get(field.id))
        if not _same(was, newer):
            found.append(ChangedAnswer(field.id, was, newer, newer.at if newer else None))
    return tuple(found)


def in_words(answer: Answer | None, field: Field, language: Language, pack: Pack) -> str:
    """An answer in a language, its own words as they were written; empty for none. Plain text."""
    if answer is None:
        return ""
    known = answer.state == "given" and fits(field, answer.value)
    return show(field, answer.value, language, pack) if known else answer.said


def _nobodys(answer: Answer | None) -> Answer | None:
    return _own(answer) if answer is not None else None


def _own(answer: Answer) -> Answer:
    """An answer as the municipality gets it: without who gave it, and without words that could not be taken."""
    return answer.but(by=0, unfitting="")


def _told(answer: Answer | None) -> Answer | None:
    return answer if answer is not None and answer.state in TOLD else None


def _same(one: Answer | None, other: Answer | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.state == other.state == "given":
        return bool(one.value == other.value)
    return (one.state, one.said) == (other.state, other.said)
