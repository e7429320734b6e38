"""A case as the association sees it: how it stands, what can be done with it, and its end by withdrawal."""

from dialogs.cards import what_follows
from dialogs.case.own_cases import own
from dialogs.conversation import statements
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.office import release
from dialogs.records.case import Case
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import WAITING, CaseAct
from dialogs.versions.differences import way_to_changes


def offers(turn: Turn, case: Case) -> tuple[Offer, ...]:
    """What the association can do with its case."""
    write = turn.offer("cases.write", "case.write", case.reference)
    withdraw = turn.offer("cases.withdraw", "case.withdraw", case.reference)
    stage_2 = (turn.offer("agreement.show", "agreement", case.reference),) if case.agreement is not None else ()
    return (
        *_of_the_proposal(turn, case),
        *stage_2,
        turn.offer("cases.show", "case", case.reference),
        write,
        *((withdraw,) if refusal(case, CaseAct.WITHDRAW) is None else ()),
        turn.offer("cases.something_else", "go", "start"),
    )


def _of_the_proposal(turn: Turn, case: Case) -> tuple[Offer, ...]:
    """The ways to the questions that were opened again, and to what changed since the municipality got it."""
    proposal = turn.proposal_by_id(case.proposal) if case.proposal else None
    if proposal is None or proposal.case != case.reference:
        return ()
    again = (turn.offer("versions.open", "versions.open", case.reference),) if proposal.reopened else ()
    return (*again, *way_to_changes(turn, proposal))


def open_case(turn: Turn, reference: str) -> Outcome:
    """Show one case of this chat."""
    return turn.go("case", case=reference) if own(turn, reference) else turn.go("proposals")


def ask(turn: Turn) -> Outcome:
    """Show the status: state, who has it since when, what happens next."""
    case = own(turn, turn.session.case)
    if case is None:
        return turn.go("proposals")
    text = turn.say(
        "cases.status",
        reference=case.reference,
        title=case.title,
        state=statements.about_case(turn, case),
        taken=bool(case.owner),
        opened=case.opened_at.astimezone(turn.home.zone) if case.opened_at else turn.local,
        waiting=statements.about_waiting(turn, case),
        decision_by=statements.decided_by(case),
        answer=statements.about_answer(turn, case),
        waits=case.state in WAITING and (not case.answer_by or turn.is_shut(case.municipality)),
        closing=case.closing,
    )
    return turn.ask(text, offers(turn, case))


def write(turn: Turn, reference: str) -> Outcome:
    """Ask for words to the contact person about this case."""
    return turn.go("case.write", case=reference) if own(turn, reference) else turn.go("proposals")


def ask_words(turn: Turn) -> Outcome:
    """Ask what to add to the case."""
    if own(turn, turn.session.case) is None:
        return turn.go("proposals")
    return turn.ask(
        turn.say("cases.write_now", reference=turn.session.case),
        (turn.offer("cases.done", "case", turn.session.case),),
    )


def withdraw(turn: Turn, reference: str) -> Outcome:
    """Ask before a case is withdrawn. One that cannot be withdrawn any more is shown, and its state says why."""
    case = own(turn, reference)
    if case is None or refusal(case, CaseAct.WITHDRAW) is not None:
        return open_case(turn, reference)
    sure = (
        turn.offer("cases.withdraw_yes", "case.withdrawn", reference),
        turn.offer("common.cancel", "case", reference),
    )
    return turn.ask(turn.say("cases.withdraw_ask", reference=reference), sure, place="case", case=reference)


def withdrawn(turn: Turn, reference: str) -> Outcome:
    """Withdraw a case and tell the desk."""
    case = own(turn, reference)
    if case is None or refusal(case, CaseAct.WITHDRAW) is not None:
        return open_case(turn, reference)
    changed = after(case, CaseAct.WITHDRAW, turn.now, **release.released(turn, case))
    news = what_follows.note(turn, changed, "desk.withdrawn", turn.desk_of(case.municipality))
    outcome = turn.ask(
        turn.say("cases.withdrawn", reference=reference),
        (turn.offer("cases.something_else", "go", "start"),),
        effects=(*what_follows.effects(turn, case, changed, CaseAct.WITHDRAW), *release.unplanned(case)),
        place="start",
        case="",
    )
    posted = what_follows.cards(turn, case, changed, CaseAct.WITHDRAW)
    offices = release.told(turn, case, changed.state)
    return outcome.but(replies=(*outcome.replies, *posted, *news, *offices))
