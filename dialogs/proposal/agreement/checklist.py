"""The checklist of stage 2 as the association sees it: what is done, under way or missing, and the ways on.

A missing item stops nothing (V27). Each answer can be changed from here and leads back here.
"""

from dialogs.agreement.standing import facts, heading_words, rows
from dialogs.cards import what_follows
from dialogs.conversation import own_proposals
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.paging import CHOICES, page, ways
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import NOT_FILLING, Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.proposal import answering
from dialogs.proposal.agreement.beginning import case_in_hand
from dialogs.records.case import CaseMessage
from dialogs.records.proposal import Proposal
from knowledge.agreement.checklist import is_silent_on, items, under
from knowledge.municipality.meaning import Heading


def ask(turn: Turn) -> Outcome:
    """Show how the checklist stands."""
    case, draft = case_in_hand(turn), own_proposals.in_hand(turn)
    if case is None or draft is None:
        return turn.go("proposals")
    if case.agreement is not None and case.agreement.begun_at is None:
        return turn.go("agreement.start")
    text = turn.say("agreement.checklist", title=case.title, **facts(turn.pack_of(case), draft, turn.language))
    return turn.ask(text, _offers(turn, draft), asking="", filling=NOT_FILLING)


def headings(turn: Turn, first: str = "0") -> Outcome:
    """Let a heading be chosen, to see its answers and change them."""
    draft = own_proposals.in_hand(turn)
    if draft is None:
        return turn.go("proposals")
    some, pack = page(list(Heading), first, CHOICES), turn.pack_of(draft)
    offers = tuple(
        turn.offer("common.plain", "agreement.part", heading, text=heading_words(heading, turn.language, pack))
        for heading in some.shown
    )
    back = turn.offer("common.back", "go", "agreement")
    return turn.ask(turn.say("agreement.headings"), (*offers, *ways(turn, some, "agreement.headings"), back))


def part(turn: Turn, name: str) -> Outcome:
    """Show the answers under one heading, the desk's too, each of the association's with a button that changes it."""
    draft = own_proposals.in_hand(turn)
    if draft is None or name not in set(Heading):
        return turn.go("agreement")
    heading, pack = Heading(name), turn.pack_of(draft)
    own = under(heading, items(pack, draft.answers))
    text = turn.say(
        "agreement.part",
        number=list(Heading).index(heading) + 1,
        heading=heading_words(heading, turn.language, pack),
        silent=turn.plain("agreement.silent") if is_silent_on(heading, pack) else "",
        rows=rows(pack, draft, under(heading, pack.fields), turn.language),
    )
    change = (turn.offer("proposal.change_row", "change", field.id, label=turn.words(field.label)) for field in own)
    return turn.ask(text, (*change, turn.offer("common.back", "go", "agreement")))


def said(turn: Turn, text: str) -> Outcome:
    """Read words at the checklist: the name of an item opens it; others are asked again."""
    draft, wanted = own_proposals.in_hand(turn), text.casefold().strip(" .")
    asked = items(turn.pack_of(draft), draft.answers) if draft is not None else ()
    for field in asked:
        if wanted == turn.words(field.label).casefold():
            return answering.change(turn, field.id)
    return turn.again(turn.say("proposal.choose_row"))


def tell(turn: Turn, _argument: str = "") -> Outcome:
    """Tell the desk that the association has been through the list; what is missing is told with it."""
    case, draft = case_in_hand(turn), own_proposals.in_hand(turn)
    if case is None or draft is None:
        return turn.go("proposals")
    known = facts(turn.pack_of(case), draft, turn.language)
    counts = {"done": known["done"], "total": known["total"]}
    desk = turn.desk_of(case.municipality)
    news = what_follows.note(turn, case, "agreement.looked_through", desk, **counts) if desk else ()
    noted = AddMessage(case.reference, CaseMessage("association", turn.plain("agreement.gone_through"), turn.now))
    outcome = also(before(turn.say("agreement.told"), turn.go("agreement")), noted)
    return outcome.but(replies=(*outcome.replies, *news))


def _offers(turn: Turn, draft: Proposal) -> tuple[Offer, ...]:
    upcoming = own_proposals.next_field(turn.home, draft)
    following = (
        (turn.offer("proposal.continue", "proposal.next", label=turn.words(upcoming.label)),) if upcoming else ()
    )
    return (
        *following,
        turn.offer("agreement.see_all", "agreement.headings"),
        turn.offer("agreement.outline", "agreement.outline"),
        turn.offer("agreement.tell", "agreement.tell"),
        turn.offer("cases.write", "case.write", draft.case),
    )
