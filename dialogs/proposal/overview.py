"""The proposal at a glance: what stands, what is missing, what to do with it.

Any row can be changed from here and leads back here. Nothing is sent from the summary itself.
"""

from functools import cache

from dialogs import texts
from dialogs.case import own_cases
from dialogs.conversation import own_proposals, statements
from dialogs.conversation.paging import page, position, ways
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import CHANGE, NOT_FILLING, Filling, Outcome
from dialogs.conversation.turn import Turn, with_offers
from dialogs.deadlines import muting
from dialogs.deadlines.last_day import deadline_line
from dialogs.finding.office import takes_proposals
from dialogs.proposal import answering, sent_papers
from dialogs.proposal.begin import go_on
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from knowledge.answers import cross_checks, show
from knowledge.language import Language
from knowledge.municipality.pack import SECTIONS, Field

LONGEST_ROW = 140
"""In characters, three lines on a phone: so much of each answer is shown where all are; one press shows it whole."""


def ask(turn: Turn) -> Outcome:
    """Show one part of the proposal, row by row, with what is missing and the ways on."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    changed = turn.home.fields_by_id.get(turn.session.asking) if turn.session.filling.changed else None
    if changed is not None:
        return _changed(turn, proposal, changed)
    proposal = own_proposals.as_it_stands(turn.home, proposal)
    part = turn.session.filling.part if turn.session.filling.part in SECTIONS else SECTIONS[0]
    fields = _rows(turn, proposal, part)
    text = turn.say(
        "proposal.summary",
        title=own_proposals.title(turn, proposal),
        part=turn.plain(f"proposal.section_{part}"),
        rows=[(turn.words(field.label), _row(turn, proposal, field)) for field in fields],
        standing=statements.about_sending(turn, proposal),
        left=statements.about_left(turn, turn.home, proposal),
        remarks=_remarks(turn, proposal),
        deadline=deadline_line(turn),
    )
    return turn.ask(text, _offers(turn, proposal, part, fields))


def show_part(turn: Turn, part: str) -> Outcome:
    """Turn to the other part of the summary."""
    return turn.go("proposal.summary", filling=Filling(part=part))


def resume(turn: Turn, proposal_id: str) -> Outcome:
    """Take up a draft where it was left: a short recap with the next question on a button."""
    if turn.proposal_by_id(proposal_id) is None:
        return turn.go("proposals")
    return turn.go(
        "welcome.back", ways=turn.session.ways_without(CHANGE), proposal=proposal_id, asking="", filling=NOT_FILLING
    )


def take_up(turn: Turn, proposal_id: str) -> Outcome:
    """Go on with the next question of a draft at once, with the way to all of it beside."""
    draft = turn.proposal_by_id(proposal_id)
    if draft is None:
        return turn.go("proposals")
    asked = go_on(turn.at(proposal=draft.id, municipality=draft.municipality))
    at_question = asked.session.place == "proposal.ask"
    return with_offers(asked, turn.offer("proposal.see_all", "go", "proposal.summary")) if at_question else asked


def welcome_back(turn: Turn) -> Outcome:
    """Recap in few lines: whether it is sent, what is left, the last day."""
    proposal = turn.proposal or _latest(turn)
    if proposal is None:
        return turn.go("start")
    turn = turn.at(proposal=proposal.id, municipality=proposal.municipality)
    offers = (
        *_next_question(turn, proposal),
        *sent_papers.ways(turn, proposal),
        turn.offer("proposal.see_all", "go", "proposal.summary"),
        turn.offer("proposal.something_else", "go", "start"),
    )
    text = turn.say(
        "proposal.back",
        title=own_proposals.title(turn, proposal),
        standing=statements.about_sending(turn, proposal),
        left=statements.about_left(turn, turn.home, proposal),
        deadline=deadline_line(turn),
    )
    return turn.ask(text, offers)


def pause(turn: Turn, _argument: str = "") -> Outcome:
    """Leave a draft: say how it stands, and how to come back."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("start")
    standing = statements.about_sending(turn, proposal)
    name, deadline = own_proposals.title(turn, proposal), deadline_line(turn)
    text = turn.say("proposal.paused", title=name, standing=standing, deadline=deadline)
    offers = (
        turn.offer("proposal.resume", "proposal.take_up", proposal.id),
        turn.offer("proposal.something_else", "go", "start"),
    )
    ways = turn.session.ways_without(CHANGE)
    return turn.ask(text, offers, place="welcome.back", asking="", ways=ways, filling=NOT_FILLING)


def proposals(turn: Turn) -> Outcome:
    """List the drafts and the cases of this chat, each with how it stands."""
    return listed(turn, "0")


def listed(turn: Turn, first: str) -> Outcome:
    """List a page of the drafts and the cases of this chat: those that were touched last come on the first page."""
    everything: tuple[Proposal | Case, ...] = (*turn.snapshot.proposals, *turn.snapshot.cases)
    newest = sorted(((_touched(item), place) for place, item in enumerate(everything)), reverse=True)
    some = page([everything[place] for _, place in newest], first)
    known = [item for item in turn.snapshot.proposals if item in some.shown]
    cases = [item for item in turn.snapshot.cases if item in some.shown]
    text = turn.say(
        "proposal.list" if everything else "proposal.list_empty",
        drafts=[(own_proposals.title(turn, item), statements.about_sending(turn, item)) for item in known],
        cases=[(item.reference, item.title, statements.about_case(turn, item)) for item in cases],
        position=position(turn, some),
    )
    offers = (
        *(
            turn.offer("proposal.open_draft", "proposal.resume", item.id, title=title)
            for item, title in zip(known, statements.named_apart(turn, known), strict=True)
        ),
        *(turn.offer("cases.open", "case", item.reference, reference=item.reference) for item in cases),
        *ways(turn, some, "proposals"),
        *(muting.ways(turn) if turn.snapshot.proposals or turn.session.muted else ()),
        turn.offer("proposal.new_need", "go", "need"),
    )
    return turn.ask(text, offers, place="proposals")


def refuse_words(turn: Turn, text: str) -> Outcome:
    """Read words at the summary: the name of a row opens it; others are asked again, and nothing is changed."""
    wanted = text.casefold().strip()
    for field in turn.home.fields:
        if wanted == turn.words(field.label).casefold():
            return answering.change(turn, field.id)
    return turn.again(turn.say("proposal.choose_row"))


def _touched(item: Proposal | Case) -> float:
    """When somebody last did something about a draft or a case, as a number that grows with time."""
    if isinstance(item, Case):
        return own_cases.touched(item)
    moment = item.changed_at or item.created_at
    return moment.timestamp() if moment else 0.0


def _changed(turn: Turn, proposal: Proposal, field: Field) -> Outcome:
    """The one row that was changed, and the ways on; all the others are a press away."""
    standing = own_proposals.as_it_stands(turn.home, proposal)
    text = turn.say(
        "proposal.changed",
        label=turn.words(field.label),
        value=_row(turn, standing, field),
        left=statements.about_left(turn, turn.home, proposal),
    )
    offers = (
        *_next_question(turn, proposal),
        *_to_documents(turn),
        turn.offer("idea.send_to_municipality", "idea"),
        turn.offer("proposal.see_all", "go", "proposal.summary"),
    )
    return turn.ask(text, offers, asking="", filling=NOT_FILLING)


def _rows(turn: Turn, proposal: Proposal, part: str) -> tuple[Field, ...]:
    on_path = own_proposals.path(turn.home, proposal, part)
    extra = tuple(field for field in turn.home.fields if field.section == part and not field.asked)
    return (*on_path, *extra)


def _row(turn: Turn, proposal: Proposal, field: Field) -> str:
    answer = proposal.answers.get(field.id)
    if answer is None or answer.state == "skipped":
        return turn.plain("proposal.not_given")
    if answer.state == "unknown":
        return turn.plain("proposal.not_known_yet")
    shown = show(field, answer.value, turn.language, turn.home) if answer.state == "given" else answer.said
    one_line = " · ".join(line.strip() for line in shown.splitlines() if line.strip())
    short = texts.cut(one_line, LONGEST_ROW)
    return short if answer.state == "given" else turn.plain("proposal.unclear_row", said=short)


def _remarks(turn: Turn, proposal: Proposal) -> list[str]:
    return [
        turn.say(f"answers.{item.code}", **item.values)
        for item in cross_checks(own_proposals.known(proposal), turn.home, turn.language)
    ]


def _offers(turn: Turn, proposal: Proposal, part: str, fields: tuple[Field, ...]) -> tuple[Offer, ...]:
    other = SECTIONS[1 - SECTIONS.index(part)]
    rows = tuple(_change_offer(turn.language, field.id, turn.words(field.label)) for field in fields)
    return (
        *_next_question(turn, proposal),
        *_to_documents(turn),
        turn.offer("idea.send_to_municipality", "idea"),
        turn.offer(f"proposal.show_{other}", "part", other),
        *rows,
    )


def _next_question(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The button for the question that comes next, named as the summary names it."""
    upcoming = own_proposals.next_field(turn.home, proposal)
    return (turn.offer("proposal.continue", "proposal.next", label=turn.words(upcoming.label)),) if upcoming else ()


def _to_documents(turn: Turn) -> tuple[Offer, ...]:
    """The button for the two documents, where the municipality asks for any."""
    return (turn.offer("papers.make", "papers.make"),) if takes_proposals(turn.home) else ()


@cache
def _change_offer(language: Language, field_id: str, label: str) -> Offer:
    """The button that opens a row. A summary carries one for each field, and all of them come from the pack."""
    return Offer(texts.plain(language, "proposal.change_row", label=label), Action("change", field_id))


def _latest(turn: Turn) -> Proposal | None:
    drafts = [item for item in turn.snapshot.proposals if item.changed_at]
    return max(drafts, key=lambda item: item.changed_at or turn.now, default=None)
