"""The association asks for the outline of its agreement: it comes as files, here and at the desk."""

from dialogs.agreement import outline
from dialogs.cards import what_follows
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.proposal.agreement.beginning import case_in_hand
from dialogs.records.case import Case


def make(turn: Turn, code: str = "") -> Outcome:
    """Make the outline, in a language if one is named, and send it to the desk as well."""
    case = case_in_hand(turn)
    if case is None:
        return turn.go("proposals")
    changed, files = outline.made(turn, case, code)
    outcome = turn.ask(turn.say("agreement.outline_made", **outline.about(changed)), _offers(turn, changed))
    news = what_follows.note(turn, changed, "agreement.outline_noted", turn.desk_of(case.municipality))
    return also(outcome, *files).but(replies=(*outcome.replies, *news))


def _offers(turn: Turn, case: Case) -> tuple[Offer, ...]:
    made = case.agreement.language if case.agreement else ""
    others = [item for item in outline.languages(turn.pack_of(case)) if item.value != made]
    again = (turn.offer(f"papers.make_in_{item.value}", "agreement.outline", item.value) for item in others)
    return (*again, turn.offer("common.back", "go", "agreement"))
