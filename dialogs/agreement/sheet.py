"""Stage 2 as the desk sees it: the association's checklist, what the municipality has answered, and the ways on."""

from dialogs.agreement import opening
from dialogs.agreement.ladder import planned
from dialogs.agreement.standing import facts, rows
from dialogs.cards import what_follows
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.records.agreements.draft import draft_of
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from knowledge.agreement.checklist import items, of_the_municipality
from knowledge.language import words


def show(turn: Turn, case: Case) -> Outcome:
    """Show stage 2 of a case; where it is not open yet, what opening it would tell the association."""
    draft = draft_of(case)
    if draft is None or case.agreement is None:
        return opening.ask(turn, case)
    pack = turn.pack_of(case)
    text = turn.say(
        "agreement.sheet",
        title=case.title,
        begun=case.agreement.begun_at is not None,
        own=rows(pack, draft, of_the_municipality(pack), turn.language),
        **facts(pack, draft, turn.language),
    )
    outcome = what_follows.ask_under_card(turn.at(case=case.reference), case, text, _offers(turn, draft))
    # A group that had shut Lots out has none of its reminders any more; those that wait are the same.
    return also(outcome, planned(turn, case))


def named(turn: Turn, _argument: str = "") -> Outcome:
    """Show stage 2 of the case that a command names, or that it was written under."""
    case = case_at_hand(turn)
    return show(turn, case) if case is not None else turn.tell(turn.say("agreement.which"))


def answers(turn: Turn, case: Case) -> Outcome:
    """Show all that the association has answered."""
    draft = draft_of(case)
    if draft is None:
        return opening.ask(turn, case)
    pack = turn.pack_of(case)
    shown = rows(pack, draft, items(pack, draft.answers), turn.language)
    given = [(label, value) for label, value in shown if value != turn.plain("proposal.not_given")]
    text = turn.say("agreement.answers", reference=case.reference, rows=given)
    return what_follows.say(turn, case, text)


def _offers(turn: Turn, draft: Proposal) -> tuple[Offer, ...]:
    pack, reference = turn.pack_of(draft), draft.case
    settable = (
        turn.offer(
            "agreement.set", "desk.agree_set", f"{reference} {field.id}", label=words(field.label, turn.language)
        )
        for field in of_the_municipality(pack)
    )
    return (
        turn.offer("agreement.show_answers", "desk.agree_answers", reference),
        turn.offer("agreement.outline", "desk.agree_outline", reference),
        *settable,
    )
