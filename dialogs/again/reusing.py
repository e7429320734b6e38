"""The beginning of another proposal: what an earlier one says is shown and offered, and taken over by one press.

Of each association that somebody has written for the basics are offered as they were given last; of each proposal of
theirs the whole. Dates and sums of another year are taken over as words that want to be confirmed.
"""

from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.paging import page, ways
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.finding.office import takes_proposals
from dialogs.proposal.begin import go_on
from dialogs.records.agreements.draft import is_agreement
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import fits, kind_of, show
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field

BASICS = "basics"
"""The part of a form that is about the association, which stays the same from one proposal to the next."""
FACTS_SHOWN = 4
"""Answers of an association that are shown, enough to know it by: a line each on a phone."""


def ask(turn: Turn) -> Outcome:
    """Show which associations and proposals there are, and ask what is taken over."""
    return listed(turn, "0")


def listed(turn: Turn, first: str) -> Outcome:
    """Ask the same with a page of the proposals."""
    draft, known = turn.own_proposal, earlier(turn)
    if draft is None or not known:
        return _begun(turn)
    associations, some = _associations(turn, known), page(known, first)
    named = zip(some.shown, statements.named_apart(turn, some.shown), strict=True)
    text = turn.say("again.offer", associations=[(name, _facts(turn, item)) for name, item in associations.items()])
    offers = (
        *(turn.offer("again.basics", "again.basics", item.id, name=name) for name, item in associations.items()),
        *(turn.offer("again.copy", "again.copy", item.id, title=name) for item, name in named),
        *ways(turn, some, "again.page"),
        turn.offer("again.nothing", "again.nothing"),
    )
    return turn.ask(text, offers, place="again")


def basics(turn: Turn, proposal_id: str) -> Outcome:
    """Take over what is about the association."""
    return _taken_over(turn, proposal_id, whole=False)


def copy(turn: Turn, proposal_id: str) -> Outcome:
    """Take over all answers; those with dates and sums want to be confirmed."""
    return _taken_over(turn, proposal_id, whole=True)


def nothing(turn: Turn, _argument: str = "") -> Outcome:
    """Begin with an empty form."""
    return _begun(turn)


def earlier(turn: Turn) -> tuple[Proposal, ...]:
    """The other drafts of this person's own in this municipality that have answers, the newest first."""
    own = [
        item
        for item in turn.snapshot.proposals
        if item.chat == turn.session.chat and item.municipality == turn.home.id and item.id != turn.session.proposal
    ]
    told = [item for item in own if any(answer.state == "given" for answer in item.answers.values())]
    return tuple(item for item in reversed(told) if not is_agreement(item.id))


def _taken_over(turn: Turn, proposal_id: str, *, whole: bool) -> Outcome:
    draft, source = turn.own_proposal, next((item for item in earlier(turn) if item.id == proposal_id), None)
    if draft is None or source is None:
        return _begun(turn)
    taken = {
        field.id: _answer(field, source.answers[field.id])
        for field in turn.home.fields
        if field.id in source.answers and (whole or field.section == BASICS) and _is_good(field, source)
    }
    # What was answered in this draft already stays as it is.
    filled = draft.but(answers={**taken, **draft.answers}, changed_at=turn.now, version=draft.version + 1)
    return also(_begun(own_proposals.with_proposal(turn, filled), carried=bool(taken)), SaveProposal(filled))


def _begun(turn: Turn, *, carried: bool = False) -> Outcome:
    """Tell what lies ahead; where a town has no call, the few questions follow at once.

    `carried`: answers were taken over, which the beginning of a proposal says itself.
    """
    if takes_proposals(turn.home):
        return turn.go("proposal.start")
    return before(turn.say("again.carried") if carried else "", go_on(turn))


def _is_good(field: Field, source: Proposal) -> bool:
    answer = source.answers[field.id]
    return answer.state == "given" and fits(field, answer.value)


def _answer(field: Field, answer: Answer) -> Answer:
    """An answer as it is taken over: nobody's, and to be confirmed where it holds for its own year alone."""
    kind = kind_of(field)
    state = "unclear" if kind.of_money or kind.is_planned else "given"
    return Answer(state, answer.said, answer.value)


def _associations(turn: Turn, known: tuple[Proposal, ...]) -> dict[str, Proposal]:
    """The newest proposal of each association that has a name, by the name."""
    found: dict[str, Proposal] = {}
    for item in known:
        answer = own_proposals.answer_that_means(turn.home, item, Meaning.ASSOCIATION_NAME)
        if answer is not None and answer.state == "given":
            found.setdefault(" ".join(answer.said.split()), item)
    return found


def _facts(turn: Turn, proposal: Proposal) -> list[tuple[str, str]]:
    """The first answers about an association beside its name, as label and words."""
    named = turn.home.field_that_means(Meaning.ASSOCIATION_NAME)
    given = [
        field
        for field in turn.home.fields
        if field.section == BASICS and field.id in proposal.answers and field != named and _is_good(field, proposal)
    ]
    return [
        (turn.words(field.label), show(field, proposal.answers[field.id].value, turn.language, turn.home))
        for field in given[:FACTS_SHOWN]
    ]
