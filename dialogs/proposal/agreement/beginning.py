"""The association begins stage 2: what it has answered before is taken over, and the municipality sees it from now on.

Nothing of a draft is seen by the municipality before this press; from then on each answer is, and that is said first.
"""

from dialogs.cards import what_follows
from dialogs.case.own_cases import own
from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.own_proposals import as_it_stands
from dialogs.conversation.session import CHANGE, NOT_FILLING, Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.records.agreements import draft
from dialogs.records.agreements.agreement import Agreement
from dialogs.records.case import Case, CaseMessage
from dialogs.records.proposal import Answer
from knowledge.agreement.checklist import items
from knowledge.answers import fits
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack


def show(turn: Turn, reference: str) -> Outcome:
    """Show the agreement of a case of this chat: what stage 2 is before it is begun, its checklist afterwards."""
    case = own(turn, reference)
    if case is None or case.agreement is None:
        return turn.go("proposals")
    turn = in_hand(turn, case)
    return turn.go("agreement.start" if case.agreement.begun_at is None else "agreement", asking="")


def in_hand(turn: Turn, case: Case) -> Turn:
    """The turn of somebody who has the agreement of a case in hand."""
    ways = turn.session.ways_without(CHANGE)
    return turn.at(
        proposal=draft.id_of(case),
        municipality=case.municipality,
        case=case.reference,
        ways=ways,
        filling=NOT_FILLING,
    )


def case_in_hand(turn: Turn) -> Case | None:
    """The case whose agreement is in hand, None if there is none such any more."""
    name = turn.session.proposal
    case = own(turn, draft.reference_of(name)) if draft.is_agreement(name) else None
    return case if case is not None and case.agreement is not None else None


def start(turn: Turn) -> Outcome:
    """Tell what lies ahead, and what the municipality will see."""
    case = case_in_hand(turn)
    if case is None:
        return turn.go("proposals")
    pack = turn.pack_of(case)
    known = _known(turn, pack, case)
    asked = items(pack, known)
    given = sum(1 for field in asked if field.id in known)
    record = turn.plain(f"idea.record_{pack.country.lower()}")
    text = turn.say("agreement.start", title=case.title, asked=len(asked) - given, given=given, record=record)
    offers = (
        turn.offer("agreement.begin", "agreement.begin", case.reference),
        turn.offer("common.cancel", "case", case.reference),
    )
    return turn.ask(text, offers)


def begin(turn: Turn, reference: str) -> Outcome:
    """Take over what was answered in stage 1, tell the desk, and ask the first question."""
    case = own(turn, reference)
    if case is None or case.agreement is None:
        return turn.go("proposals")
    turn = in_hand(turn, case)
    if case.agreement.begun_at is not None:
        return turn.go("agreement")
    changed = _begun(turn, case, case.agreement)
    saved = SaveCase(changed, case.version)
    news = what_follows.note(turn, changed, "agreement.begun_noted", turn.desk_of(case.municipality))
    noted = AddMessage(case.reference, CaseMessage("association", turn.plain("agreement.has_begun"), turn.now))
    outcome = also(turn.with_case(changed).go("agreement"), saved, noted)
    return outcome.but(replies=(*outcome.replies, *news))


def _begun(turn: Turn, case: Case, agreement: Agreement) -> Case:
    """The case with the answers of stage 1; what the desk has answered meanwhile stays."""
    answers = {**_known(turn, turn.pack_of(case), case), **agreement.answers}
    begun = agreement.but(answers=answers, begun_at=turn.now, version=agreement.version + 1)
    return case.but(agreement=begun, version=case.version + 1)


def _known(turn: Turn, pack: Pack, case: Case) -> dict[str, Answer]:
    """What was answered in stage 1 of all that an agreement needs, as it stands today."""
    proposal = turn.proposal_by_id(case.proposal)
    if proposal is None:
        return _told_in_case(pack, case)
    answers, title = as_it_stands(pack, proposal).answers, pack.field_that_means(Meaning.TITLE)
    asked = (*items(pack, answers), *((title,) if title is not None else ()))
    return {field.id: answers[field.id] for field in asked if _is_given(answers.get(field.id))}


def _told_in_case(pack: Pack, case: Case) -> dict[str, Answer]:
    """What a case tells by itself that was sent without a form: who it is, the need, and what it is about."""
    told = {
        Meaning.ASSOCIATION_NAME: case.who,
        Meaning.NEED: case.need.text,
        Meaning.TOPICS: list(case.need.topics),
    }
    fields = {meaning: pack.field_that_means(meaning) for meaning in told}
    known = {field.id: told[meaning] for meaning, field in fields.items() if field is not None and told[meaning]}
    return {
        name: Answer("given", value if isinstance(value, str) else "", value)
        for name, value in known.items()
        if fits(pack.fields_by_id[name], value)
    }


def _is_given(answer: Answer | None) -> bool:
    return answer is not None and answer.state == "given"
